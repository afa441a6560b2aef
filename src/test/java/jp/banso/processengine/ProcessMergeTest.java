package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import jp.banso.processengine.ModelDifference.Change;
import jp.banso.processengine.internal.ShippedModels;
import org.junit.jupiter.api.Test;

/** Two sides have changed one process: what can stand beside each other does. */
class ProcessMergeTest {

    private static final String DUE = "camunda:dueDate=\"${due(&#39;+3営&#39;)}\"";

    private final ModelDifference difference = new ModelDifference(Map.of());
    private final ModelFile origin = ShippedModels.read().stream()
            .filter(file -> file.name().endsWith("/support-planning.bpmn"))
            .findFirst()
            .orElseThrow();

    @Test
    void settingsOfOneElementComeFromBothSides() {
        var own = changed("name=\"プラン案を確かめる\"", "name=\"主任が確かめる\"");
        var newer = changed(DUE, DUE.replace("+3営", "+2営"));
        var merged = difference.merge(origin, own, newer);
        assertThat(said(merged))
                .extracting(Change::element, Change::after)
                .containsExactlyInAnyOrder(tuple("chiefCheck", "主任が確かめる"), tuple("chiefCheck", "2営業日以内"));
    }

    @Test
    void whatBothChangedStaysAsTheOwnSideHasIt() {
        var own = changed(DUE, DUE.replace("+3営", "+5営"));
        var newer = changed(DUE, DUE.replace("+3営", "+2営"));
        assertThat(difference.merge(origin, own, newer)).isEqualTo(own);
    }

    @Test
    void textsAndConditionsComeOver() {
        var own = changed("name=\"プラン案を確かめる\"", "name=\"主任が確かめる\"");
        var newer = changed("${contractorUsed == ", "${contractorUsed != ");
        assertThat(newer).isNotEqualTo(origin);
        assertThat(Models.text(difference.merge(origin, own, newer))).contains("${contractorUsed != ", "主任が確かめる");
    }

    @Test
    void whatIsDrawnAnewIsLeftToPeople() {
        var own = changed("name=\"プラン案を確かめる\"", "name=\"主任が確かめる\"");
        var newer = changed("<bpmn:endEvent ", "<bpmn:endEvent id=\"another\" name=\"別の終わり\" /><bpmn:endEvent ");
        assertThat(difference.merge(origin, own, newer)).isEqualTo(own);
    }

    @Test
    void formsAndTablesStayAsTheOwnSideHasThem() {
        var own = new ModelFile("forms/x/x.form", new byte[] {1});
        assertThat(difference.merge(
                        new ModelFile("forms/x/x.form", new byte[] {2}),
                        own,
                        new ModelFile("forms/x/x.form", new byte[] {3})))
                .isEqualTo(own);
    }

    private ModelFile changed(String from, String to) {
        assertThat(Models.text(origin)).contains(from);
        return Models.of(
                origin.name(),
                Models.text(origin)
                        .replaceFirst(
                                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    }

    private List<Change> said(ModelFile file) {
        return difference.between(List.of(origin), List.of(file));
    }
}
