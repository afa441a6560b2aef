package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the check says of models that mean well but are wrong: the table beside them names the finding and its place. */
@SeamTest
class WrongModelsTest {

    @Autowired
    ModelCheck check;

    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "/models/wrong/expected.csv", delimiter = '|', numLinesToSkip = 1)
    void isFoundWithReasonAndPlace(String file, Finding.Severity severity, int line, String element, String message) {
        var findings = of("wrong/" + file);
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.message()).contains(message);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.line()).isEqualTo(line);
        });
        assertThat(findings)
                .as("all that is said is the one thing that is wrong")
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void everyWrongFileStandsInTheTable() throws IOException {
        assertThat(Models.table("wrong")).hasSizeGreaterThan(60).hasSameElementsAs(Models.names("wrong"));
    }

    @Test
    void hasNoErrorsForGoodModels() {
        assertThat(check.check(Models.good()))
                .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
                .isEmpty();
    }

    @Test
    void knowsFactsOfFormsThatArePublishedAlready() {
        var caller = Models.of(
                "x/asks.bpmn",
                Models.process("asks", "<bpmn:task id=\"place\" name=\"する\" />")
                        .replace(
                                "targetRef=\"end\" />",
                                "targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                                        + "${emergency == 'yes'}</bpmn:conditionExpression></bpmn:sequenceFlow>"));
        assertThat(check.check(List.of(caller)))
                .anySatisfy(f -> assertThat(f.message()).contains("「emergency」という値を"));
        var calling = Models.of(
                "x/calls.bpmn",
                Models.process(
                        "calls",
                        "<bpmn:callActivity id=\"place\" calledElement=\"asks\"><bpmn:extensionElements>"
                                + "<camunda:in source=\"emergency\" target=\"emergency\" />"
                                + "</bpmn:extensionElements></bpmn:callActivity>"));
        assertThat(check.check(List.of(caller, calling)))
                .filteredOn(f -> f.file().equals("x/asks.bpmn"))
                .noneSatisfy(f -> assertThat(f.message()).contains("「emergency」という値を"));
    }

    private List<Finding> of(String name) {
        var files = new ArrayList<>(List.of(Models.file(name)));
        files.addAll(Models.good());
        return check.check(files).stream().filter(f -> f.file().equals(name)).toList();
    }
}
