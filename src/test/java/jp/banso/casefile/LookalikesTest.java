package jp.banso.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.banso.casefile.CaseFiles.Candidate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The warning at reception: who may be the same, and why. */
class LookalikesTest {

    private final CaseFileWorld world = new CaseFileWorld(Path.of("target", "documents-of-tests"));

    @BeforeEach
    void someoneWhoWasHereBefore() {
        world.open("髙﨑 翔", "たかさき しょう", "1984-02-03", "000-0000-5678");
    }

    @Test
    void saysWhyItMayBeTheSame() {
        assertThat(why("高崎　翔", null, "1984-02-03", null)).containsExactly("氏名と生年月日が同じ");
        assertThat(why("佐藤 翔太", null, null, "00000005678")).containsExactly("電話番号が同じ");
        assertThat(why("高崎翔", null, null, "000 0000 5678")).containsExactly("氏名と電話番号が同じ");
        assertThat(why("高崎 昇", "タカサキ ショウ", null, null)).containsExactly("ふりがなが同じ");
        assertThat(why("高崎 昇", "ﾀｶｻｷ ｼｮｳ", "1984-02-03", null)).containsExactly("ふりがなと生年月日が同じ");
        assertThat(why("高崎 翔", null, "1990-01-01", null)).containsExactly("氏名が同じ（生年月日はちがう）");
        assertThat(why("鷹咲 賞", "たかさき しょ", "1984-02-03", null)).containsExactly("生年月日が同じで、氏名が似ている");
        assertThat(why("高崎 かける", "たかさき かける", "1984-02-03", null)).containsExactly("生年月日が同じで、氏名が似ている");
    }

    @Test
    void leavesOtherPeopleInPeace() {
        assertThat(why("佐藤 花子", "さとう はなこ", "1984-02-03", null)).isEmpty();
        assertThat(why("佐藤 花子", "さとう はなこ", null, "000-0000-9999")).isEmpty();
        assertThat(why("佐藤 花子", "", null, "")).isEmpty();
    }

    @Test
    void namesAPersonOnceHoweverManyCasesThereAre() {
        var known = find("髙﨑 翔", null, "1984-02-03", null).get(0);
        var again = world.inTransaction(() -> world.register.open(new NewCase(
                world.city,
                world.main.officeId(),
                known.personId(),
                "髙﨑 翔",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                "夜は電話しない",
                CaseFileWorld.TODAY,
                "soudan")));

        assertThat(find("髙﨑 翔", null, "1984-02-03", null))
                .extracting(Candidate::caseNo)
                .containsExactly(again.caseNo());
        var person = world.persons.ofCase(again.caseNo()).orElseThrow();
        assertThat(person.kana()).isEqualTo("たかさき しょう");
        assertThat(person.birthDate()).isEqualTo("1984-02-03");
        assertThat(person.caution()).isEqualTo("夜は電話しない");
    }

    private List<String> why(String name, @Nullable String kana, @Nullable String birth, @Nullable String phone) {
        return find(name, kana, birth, phone).stream().map(Candidate::why).toList();
    }

    private List<Candidate> find(String name, @Nullable String kana, @Nullable String birth, @Nullable String phone) {
        return world.register.duplicates(
                world.city, name, kana, birth == null ? null : LocalDate.parse(birth), phone, world.consultant);
    }
}
