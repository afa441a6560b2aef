package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the model check refuses, each with its reason and its place; and that the next good model is published. */
@SeamTest
class HostileModelsTest {

    @Autowired
    ModelDeployment deployment;

    @Autowired
    Flow flow;

    @Autowired
    ModelCheck check;

    static final Loopback LOOPBACK = new Loopback();

    @BeforeAll
    static void everythingIsRead(@Autowired ModelCheck check) {
        check.check(Models.good());
    }

    @AfterAll
    static void closeLoopback() {
        LOOPBACK.close();
    }

    @AfterEach
    void theNextGoodPublicationWorks() {
        deployment.publish(
                "next", "test", null, Models.goodAgain(UUID.randomUUID().toString()));
        var id = flow.start("good-process", "next", "midorino", Map.of("officeId", "midorino-main"));
        assertThat(flow.instanceFact(id, "officeId")).isEqualTo("midorino-main");
        assertThat(LOOPBACK.calls()).as("calls to the outside").isZero();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/models/hostile/expected.csv", delimiter = '|', numLinesToSkip = 1)
    void isRefusedAtOnceWithReasonAndPlace(String file, int line, String element, String message) {
        var model = LOOPBACK.in(Models.file("hostile/" + file));
        var begun = System.nanoTime();
        var findings = refusal(model);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(findings)
                .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo("hostile/" + file);
                    assertThat(finding.message()).contains(message);
                    assertThat(finding.element()).isEqualTo(element);
                    assertThat(finding.line()).isEqualTo(line);
                });
    }

    @Test
    void everyHostileFileStandsInTheTable() throws IOException {
        assertThat(Models.table("hostile")).hasSizeGreaterThan(100).hasSameElementsAs(Models.names("hostile"));
    }

    @Test
    void theEngineDoesNotFetchWhatAGoodModelPointsTo() {
        var text = Models.text(Models.file("good/good-process.bpmn"))
                .replace(
                        "targetNamespace=",
                        "xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL http://LOOPBACK/BPMN20.xsd\""
                                + " targetNamespace=");
        var file = LOOPBACK.in(Models.of("good/good-process.bpmn", text));
        deployment.publish("pointing", "test", null, List.of(file, Models.file("good/goodTable.dmn"), Models.form()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.bpmn",
                "/etc/x.bpmn",
                "a/../../x.bpmn",
                "a\\b.bpmn",
                "C:x.bpmn",
                "%2e%2e/x.bpmn",
                "x.bpmn\u0000.txt",
                "x.bpmn;y",
                "手順.bpmn",
                "x.exe",
                "x.bpmn.exe",
                ".bpmn",
                "a//b.bpmn",
                "http://127.0.0.1/x.bpmn"
            })
    void refusesANameThatIsNotAPlainPath(String name) {
        var findings = refusal(Models.of(name, Models.text(Models.file("good/good-process.bpmn"))));
        assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains("ファイル名は英数字と"));
    }

    @Test
    void namesTheElementAsPeopleKnowIt() {
        var findings = refusal(Models.file("hostile/class.bpmn"));
        assertThat(findings).anySatisfy(f -> {
            assertThat(f.line()).isEqualTo(6);
            assertThat(f.elementName()).isEqualTo("悪い処理");
        });
    }

    @Test
    void refusesTwentyThousandTasks() {
        var tasks = new StringBuilder("<bpmn:task id=\"place\" />");
        for (int i = 0; i < 20_000; i++) {
            tasks.append("<bpmn:task id=\"t").append(i).append("\" />");
        }
        refusesQuickly(Models.undrawn("many", tasks.toString()), "図の要素が多すぎます");
    }

    @Test
    void refusesADepthOfOneHundredThousand() {
        var text = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        refusesQuickly(Models.process("deep", text), "入れ子が深すぎます");
    }

    @Test
    void refusesMoreThanOneMegabyte() {
        refusesQuickly(Models.process("big", "<!--" + "x".repeat(1_100_000) + "-->"), "1MBまで");
    }

    @Test
    void refusesAFormOfADepthOfOneHundredThousand() {
        var text = "{\"id\":\"deep\",\"components\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        var findings = refusal(Models.of("deep.form", text));
        assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains("JSONとして読めません"));
    }

    @Test
    void refusesTwoProcessesThatCallEachOther() {
        var a = Models.of("a.bpmn", Models.process("a", "<bpmn:callActivity id='place' calledElement='b' />"));
        var b = Models.of("b.bpmn", Models.process("b", "<bpmn:callActivity id='place' calledElement='a' />"));
        assertThatThrownBy(() -> deployment.publish("x", "test", null, List.of(a, b)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("めぐりめぐって");
    }

    @Test
    void refusesTenThousandArrowsToNowhere() {
        var arrows = new StringBuilder("<bpmn:task id='place' />");
        for (int i = 0; i < 10_000; i++) {
            arrows.append("<bpmn:sequenceFlow id='a%d' sourceRef='place' targetRef='nowhere' />".formatted(i));
        }
        refusesQuickly(Models.undrawn("many", arrows.toString()), "線のつなぎ先「nowhere」がありません");
    }

    @Test
    void refusesThirtyThousandAttributes() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        refusesQuickly(Models.process("many", "<bpmn:task id='place'" + attributes + " />"), "XMLとして読めません");
    }

    @Test
    void refusesFourThousandRules() {
        refusesQuickly("many.dmn", Models.table(1, 4000), "規則が多すぎます");
    }

    @Test
    void readsAThousandRulesOfFiftyColumnsWithoutHanging() {
        var checked = Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> check.check(List.of(Models.of("wide.dmn", Models.table(50, 200)))));
        assertThat(checked).noneSatisfy(f -> assertThat(f.message()).contains("検査できませんでした"));
    }

    @Test
    void refusesAFormOfThousandsOfParts() {
        var part = "{\"type\": \"number\", \"key\": \"k%d\", \"label\": \"数\"}";
        var parts = IntStream.range(0, 5000).mapToObj(part::formatted).collect(Collectors.joining(","));
        refusesQuickly("many.form", "{\"id\": \"many\", \"components\": [" + parts + "]}", "部品が多すぎます");
    }

    @Test
    void refusesANameOfHundredThousandFolders() {
        var findings = refusal(Models.of("a/".repeat(100_000) + "x.bpmn", "<x />"));
        assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains("ファイル名は英数字と"));
    }

    private void refusesQuickly(String text, String message) {
        refusesQuickly("hostile.bpmn", text, message);
    }

    private void refusesQuickly(String name, String text, String message) {
        var findings = Assertions.assertTimeout(Duration.ofSeconds(2), () -> refusal(Models.of(name, text)));
        assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains(message));
    }

    private List<Finding> refusal(ModelFile file) {
        var refused = Assertions.assertThrows(
                ModelRefused.class, () -> deployment.publish("hostile", "test", null, List.of(file, Models.form())));
        return refused.findings();
    }
}
