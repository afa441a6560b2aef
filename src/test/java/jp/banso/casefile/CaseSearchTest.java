package jp.banso.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.banso.casefile.CaseSearch.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding a person in every way in which staff remember one. */
class CaseSearchTest {

    private final CaseFileWorld world = new CaseFileWorld(Path.of("target", "documents-of-tests"));
    private SupportCase takasaki;

    @BeforeEach
    void threePeople() {
        takasaki = world.open("髙﨑 翔", "たかさき しょう", "1984-02-03", "000-1234-5678");
        world.open("𠮷田 美智子", "よしだ みちこ", "1975-12-31", "000-0000-1111");
        world.open("グエン・ティ・ラン", "ぐえん てぃ らん", "1999-04-01", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "髙﨑 翔",
                "高崎翔",
                "高崎",
                "崎",
                "翔",
                "翔 高崎",
                "たかさき",
                "タカサキ",
                "ﾀｶｻｷ",
                "さき",
                "たかさき しょう",
                "たかさき　翔",
                "000-1234-5678",
                "00012345678",
                "０００-1234",
                "5678",
                "1234-5678",
                "S59.2.3",
                "昭和59年2月3日",
                "1984-02-03",
                "19840203",
                "高崎 S59.2.3"
            })
    void findsTheOneMeant(String typed) {
        assertThat(names(typed)).containsExactly("髙﨑 翔");
    }

    @Test
    void findsByTheCaseNumberInEveryShortening() {
        var no = takasaki.caseNo();
        var count = Integer.parseInt(no.substring(4));

        for (var typed : List.of(no, no.toLowerCase(), "R8-" + count, "8-" + count, "" + count, "Ｒ８－" + count)) {
            assertThat(names(typed)).as(typed).contains("髙﨑 翔");
        }
        assertThat(names("R7-" + count)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"吉田,𠮷田 美智子", "みちこ,𠮷田 美智子", "グエンティ,グエン・ティ・ラン", "ティラン,グエン・ティ・ラン"})
    void findsOldFormsAndForeignNames(String typed, String name) {
        assertThat(names(typed)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"高崎 みちこ", "%", "_", "'", "・", "佐藤", "S59.2.4", "99999999"})
    void findsNobodyElse(String typed) {
        assertThat(names(typed)).isEmpty();
    }

    @Test
    void givesAllCasesWithoutAQuestionNewestFirstPageByPage() {
        var first = world.search.find(ask(""), null, 2, world.consultant);
        var second = world.search.find(ask(""), first.next(), 2, world.consultant);

        var all = new ArrayList<>(first.items());
        all.addAll(second.items());
        assertThat(all).extracting(SupportCase::displayName).containsExactly("グエン・ティ・ラン", "𠮷田 美智子", "髙﨑 翔");
        assertThat(second.next()).isNull();
    }

    @Test
    void narrowsByStatusStageCategoryOwnerAndOffice() {
        world.inTransaction(() -> {
            world.register.setCategory(takasaki.caseNo(), "1-1");
            world.register.setOwner(takasaki.caseNo(), "soudan");
            world.register.setStage(takasaki.caseNo(), Stage.PLAN);
            world.register.close(takasaki.caseNo(), CaseFileWorld.TODAY, "job");
            return null;
        });

        assertThat(names(new Question(null, "closed", null, null, null, null))).containsExactly("髙﨑 翔");
        assertThat(names(new Question(null, "open", null, null, null, null))).hasSize(2);
        assertThat(names(new Question(null, null, "CLOSURE", "1-1", "soudan", world.main.officeId())))
                .containsExactly("髙﨑 翔");
        assertThat(names(new Question(null, null, null, null, null, world.north.officeId())))
                .isEmpty();
    }

    @Test
    void findsAChangedNameAndNoLongerTheOldOne() {
        var person = world.persons.ofCase(takasaki.caseNo()).orElseThrow();
        var married = new Person(
                person.personId(),
                person.municipalityId(),
                "佐藤 翔",
                "さとう しょう",
                null,
                person.birthDate(),
                null,
                null,
                false,
                person.phone(),
                null,
                null,
                person.version());

        assertThat(world.inTransaction(() -> world.persons.change(takasaki.caseNo(), married, world.consultant)))
                .isTrue();
        assertThat(world.inTransaction(() -> world.persons.change(takasaki.caseNo(), married, world.consultant)))
                .isFalse();

        assertThat(names("佐藤")).containsExactly("佐藤 翔");
        assertThat(names("高崎")).isEmpty();
        assertThat(world.refreshed).contains(takasaki.caseNo());
    }

    private List<String> names(String typed) {
        return names(ask(typed));
    }

    private List<String> names(Question question) {
        return world.search.find(question, null, 50, world.consultant).items().stream()
                .map(SupportCase::displayName)
                .toList();
    }

    private static Question ask(String typed) {
        return new Question(typed, null, null, null, null, null);
    }
}
