package jp.banso.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.banso.BansoTest;
import jp.banso.ledger.LedgerImports;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What {@code bin/import-ledger} says and with which code it ends. */
@BansoTest
class LedgerCommandTest {

    @TempDir
    Path folder;

    @Autowired
    private LedgerImports imports;

    @Autowired
    private People people;

    @Autowired
    private ConfigurableApplicationContext context;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final String series = UUID.randomUUID().toString();

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    private int run(String content, String asOf, @Nullable String office, String user) throws Exception {
        var file = Files.write(folder.resolve("台帳.csv"), content.getBytes(Charset.forName("windows-31j")));
        var command = new LedgerCommand(imports, people, context, file, asOf, office, user);
        return command.bringIn(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rowsComeInAndRefusedOnesLieBesideTheFile() throws Exception {
        var ledger = Sheet.whole()
                .row(series + "-1", "受付日", "2024/4/1")
                .row(series + "-2", "受付日", "R6.2.30")
                .text();
        assertThat(run(ledger, "R7.3.31", null, "jimu")).isZero();
        assertThat(said()).contains("取り込む行 1、取り込めない行 1", "取り込んだ: 1件　もう取り込んであった: 0件　取り込めなかった: 1件", "台帳-直す行.csv");
        assertThat(folder.resolve("台帳-直す行.csv")).content().contains("令和6年2月30日はありません");
        assertThat(run(ledger, "R7.3.31", "midorino-main", "shunin")).isZero();
        assertThat(said()).contains("取り込んだ: 0件　もう取り込んであった: 1件");
    }

    @Test
    void whatWillNotDoEndsWithTwoAndAReason() throws Exception {
        var ledger = Sheet.whole().row(series).text();
        assertThat(run("何でもない", "R7.3.31", null, "jimu")).isEqualTo(2);
        assertThat(run(ledger, "R7.2.30", null, "jimu")).isEqualTo(2);
        assertThat(run(ledger, "R7.3.31", null, "nobody")).isEqualTo(2);
        assertThat(run(ledger, "R7.3.31", null, "soudan")).isEqualTo(2);
        assertThat(run(ledger, "R7.3.31", "midorino-north", "jimu")).isEqualTo(2);
        assertThat(said())
                .contains(
                        "見出しの行が見つかりません",
                        "--as-of: 令和7年2月30日",
                        "利用者「nobody」がいません",
                        "主任相談支援員でも事務局でもありません",
                        "--office で、midorino-main");
    }
}
