package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.processengine.ModelDifference.Change;
import jp.banso.processengine.ModelDifference.Change.Kind;
import jp.banso.processengine.internal.ShippedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What changes in the product's own models is said as the people who work by them would say it. */
class ModelDifferenceTest {

    private static final List<ModelFile> SHIPPED = ShippedModels.read();
    private static final Map<String, String> STEPS =
            Map.of("putOnAgenda", "支援調整会議の議題にのせる", "setSupportPeriod", "支援期間を登録する");

    private final ModelDifference difference = new ModelDifference(STEPS);

    /** The table says: in this file, this text becomes that one, and this is the change. */
    @ParameterizedTest(name = "{5}: {6} → {7}")
    @CsvFileSource(resources = "/models/differences.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void isSaidInWords(
            String file, String from, String to, Kind kind, String element, String what, String before, String after) {
        var old = shipped(file);
        assertThat(Models.text(old)).contains(from);
        var now = Models.of(old.name(), Models.text(old).replace(from, to == null ? "" : to));
        assertThat(difference.between(List.of(old), List.of(now))).anySatisfy(change -> {
            assertThat(change.what()).isEqualTo(what);
            assertThat(change.kind()).isEqualTo(kind);
            assertThat(change.file()).isEqualTo(old.name());
            assertThat(change.element()).isEqualTo(element);
            assertThat(change.before()).isEqualTo(before);
            assertThat(change.after()).isEqualTo(after);
        });
    }

    @Test
    void isNothingBetweenAModelAndItself() {
        assertThat(SHIPPED).hasSizeGreaterThan(60);
        assertThat(difference.between(SHIPPED, SHIPPED)).isEmpty();
        var otherBytes = SHIPPED.stream()
                .map(file -> Models.of(file.name(), Models.text(file) + "\n"))
                .toList();
        assertThat(difference.between(SHIPPED, otherBytes)).isEmpty();
    }

    @Test
    void saysOneThingWhereOneThingChanged() {
        var old = shipped("support-planning.bpmn");
        var now = Models.of(old.name(), Models.text(old).replace("+3営", "+2営"));
        assertThat(difference.between(List.of(old), List.of(now)))
                .containsExactly(new Change(
                        Kind.CHANGED, old.name(), "chiefCheck", "プラン案を確かめる", "プラン案を確かめるの期限", "3営業日以内", "2営業日以内"));
    }

    @Test
    void namesALayoutThatAloneChangedOnce() {
        var old = shipped("support-planning.bpmn");
        var now = Models.of(old.name(), Models.text(old).replaceAll("<dc:Bounds x=\"([0-9])", "<dc:Bounds x=\"9$1"));
        assertThat(difference.between(List.of(old), List.of(now)))
                .containsExactly(new Change(Kind.CHANGED, old.name(), null, null, "図の並び", null, null));
    }

    @Test
    void namesFilesThatCameAndWent() {
        var process = shipped("watch-over.bpmn");
        var table = shipped("pre-start.dmn");
        var form = shipped("draftPlan.form");
        assertThat(difference.between(List.of(process), List.of(table, form)))
                .containsExactly(
                        new Change(Kind.ADDED, table.name(), null, null, "足した決定表", null, "先行開始"),
                        new Change(Kind.ADDED, form.name(), null, null, "足した様式", null, "draftPlan"),
                        new Change(Kind.REMOVED, process.name(), null, null, "消したプロセス", "見守り", null));
    }

    @Test
    void findsARuleAgainThatWasGivenANewId() {
        var old = shipped("interview-followup.dmn");
        var now = Models.of(
                old.name(),
                Models.text(old)
                        .replace("id=\"Rule_interview_followup_2\"", "id=\"DecisionRule_0abc\"")
                        .replace("&quot;relax&quot;", "&quot;again&quot;"));
        assertThat(difference.between(List.of(old), List.of(now)))
                .extracting(Change::what)
                .allMatch(what -> what.startsWith("規則2") && what.endsWith("の結果"))
                .hasSize(1);
    }

    @Test
    void saysWhichRuleAndWhichFieldMoved() {
        var form = Models.form();
        var fields = Models.text(form).lines().toList();
        var swapped = String.join(
                "\n",
                fields.get(0),
                fields.get(1),
                fields.get(3).replace("]}]}", ","),
                fields.get(2).replaceAll(",$", "]}]}"));
        assertThat(difference.between(List.of(form), List.of(Models.of(form.name(), swapped))))
                .extracting(Change::kind, Change::what, Change::before, Change::after)
                .containsExactly(tuple(Kind.MOVED, "急ぐかの順番", "「結果」の次", "「メモ」の次"));

        var table = Models.file("good/goodTable.dmn");
        var rows = Models.text(table).lines().toList();
        var turned =
                Stream.of(0, 1, 2, 3, 4, 5, 6, 8, 7, 9, 10, 11).map(rows::get).collect(Collectors.joining("\n"));
        assertThat(difference.between(List.of(table), List.of(Models.of(table.name(), turned))))
                .extracting(Change::kind, Change::before, Change::after)
                .containsExactly(tuple(Kind.MOVED, "1番目", "2番目"));
    }

    @Test
    void saysInWhichOrderAnswersAreAsked() {
        var old = shipped("support-planning.bpmn");
        var text = Models.text(old);
        var first = text.indexOf("<bpmn:sequenceFlow id=\"meetingAnswer_draftPlan\"");
        var second = text.indexOf("<bpmn:sequenceFlow id=\"meetingAnswer_putOnAgenda\"");
        var end = text.indexOf("</bpmn:sequenceFlow>", second) + "</bpmn:sequenceFlow>".length();
        var turned = text.substring(0, first)
                + text.substring(second, end)
                + text.substring(first, second)
                + text.substring(end);
        assertThat(difference.between(List.of(old), List.of(Models.of(old.name(), turned))))
                .containsExactly(new Change(
                        Kind.CHANGED, old.name(), "meetingAnswer", "会議の結果は？", "会議の結果は？の答えを調べる順", "差戻し、継続", "継続、差戻し"));
    }

    @Test
    void saysThatAFileCannotBeRead() {
        var old = shipped("watch-over.bpmn");
        assertThat(difference.between(List.of(old), List.of(Models.of(old.name(), "<broken"))))
                .extracting(Change::what)
                .containsExactly("ファイルの中身（読めないため、くらべられません）");
    }

    private static ModelFile shipped(String name) {
        return SHIPPED.stream()
                .filter(file -> file.name().endsWith("/" + name))
                .findFirst()
                .orElseGet(() -> Models.file("good/" + name));
    }
}
