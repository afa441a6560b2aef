package jp.banso.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the first member of an installation comes in. */
@BansoTest
class FoundingTest {

    private static final List<String> FILE = List.of(
            "\uFEFF# the town of the test",
            "municipality, founded, 開町",
            "office, founded-main, founded, municipal, 福祉課",
            "",
            "member, founder, founded-main, system-admin, 開町 はじめ");

    @Autowired
    Founding founding;

    @Autowired
    People people;

    @Test
    void createsWhatIsMissingAndSaysTheInitialPasswordOnce() {
        var first = said(FILE);
        var again = said(FILE);

        assertThat(first).contains("founder").containsPattern("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(again).isEmpty();
        var member = people.find("founder").orElseThrow();
        assertThat(member.municipalityId()).isEqualTo("founded");
        assertThat(member.memberships()).anyMatch(m -> m.role().equals("system-admin"));
    }

    @Test
    void namesTheLineThatItCannotRead() {
        assertThatThrownBy(() -> said(List.of("# ok", "member, nobody, no-such-office, system-admin, だれか")))
                .hasMessageContaining("2行目");
        assertThatThrownBy(() -> said(List.of("office, x"))).hasMessageContaining("1行目");
        assertThat(people.find("nobody")).isEmpty();
    }

    private String said(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        founding.found(lines, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
