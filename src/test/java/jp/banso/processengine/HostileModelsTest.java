package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the model check refuses, each with its reason and its place; and that the next good model is published. */
@SeamTest
class HostileModelsTest {

    @Autowired
    ModelDeployment deployment;

    @Autowired
    Flow flow;

    @AfterEach
    void theNextGoodPublicationWorks() {
        deployment.publish(
                "next", "test", null, Models.goodAgain(UUID.randomUUID().toString()));
        var id = flow.start("good-process", "next", "midorino", Map.of("officeId", "midorino-main"));
        assertThat(flow.instanceFact(id, "officeId")).isEqualTo("midorino-main");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            reflection.bpmn             | f3    | 「getClass(…)」は呼び出せません
            property-of-a-string.bpmn   | f3    | 「.」は変数の後にだけ書けます
            class-property.bpmn         | f3    | 「class」は使えません
            step-as-value.bpmn          | f3    | 処理「goodStep」は delegateExpression 以外では使えません
            engine-object.bpmn          | f3    | 「execution」で使えるのは processBusinessKey だけです
            unknown-function.bpmn       | f3    | 「currentUser(…)」は呼び出せません
            unknown-bean.bpmn           | place | 処理「dataSource」はありません
            method-expression.bpmn      | place | 属性「camunda:expression」は使えません
            class.bpmn                  | place | 属性「camunda:class」は使えません
            activiti-class.bpmn         | place | 属性「foreign:class」は使えません
            external-task.bpmn          | place | 属性「camunda:type」は使えません
            shell.bpmn                  | place | 要素「camunda:field」は使えません
            connector.bpmn              | place | 要素「camunda:connector」は使えません
            juel-script.bpmn            | place | 要素「scriptTask」は使えません
            groovy-script.bpmn          | place | 要素「scriptTask」は使えません
            script-parameter.bpmn       | place | 要素「camunda:script」は使えません
            listener-class.bpmn         | place | 要素「camunda:taskListener」は使えません
            listener-expression.bpmn    | place | 要素「camunda:executionListener」は使えません
            form-validator.bpmn         | place | 要素「camunda:formData」は使えません
            form-handler.bpmn           | place | 属性「camunda:formHandlerClass」は使えません
            form-missing.bpmn           | place | フォーム「nowhere」のファイルがありません
            role-unknown.bpmn           | place | 役割「everybody」はありません
            due-rule-wrong.bpmn         | place | 期限の決まり 'そのうち' が読めません
            expression-in-name.bpmn     | place | 属性「name」に式は使えません
            retry-cycle.bpmn            | place | 要素「camunda:failedJobRetryTimeCycle」は使えません
            timer-without-length.bpmn   | t1    | 間隔は1分以上にしてください
            timer-from-1970.bpmn        | t1    | 間隔は1分以上にしてください
            timer-year-2999.bpmn        | t1    | 期日は10年先までです
            timer-cron.bpmn             | t1    | くり返しは R3/PT1H の形で書いてください
            decision-missing.bpmn       | place | 決定表「nowhere」がありません
            call-missing.bpmn           | place | 呼び出すプロセス「nowhere」がありません
            signal.bpmn                 | place | 要素「signalEventDefinition」は使えません
            circle-without-waiting.bpmn | place | だれも待たずに回り続ける輪があります
            calls-itself.bpmn           | hostile-calls-itself | 自分自身を呼び出しています
            error-code-with-dot.bpmn    | err   | 「.」は使えません
            doctype.bpmn                |       | DOCTYPE は使えません
            external-entity.bpmn        |       | DOCTYPE は使えません
            no-history-days.bpmn        | hostile-history | 履歴の保存日数
            script-in-the-picture.bpmn  | place | 要素「di:scriptTask」は使えません
            juel.dmn                    | oe1   | 式の言葉「juel」は使えません
            java.dmn                    | oe1   | は使えません
            textFact.form               | memo  | 自由に書ける欄は
            """)
    void isRefusedWithReasonAndPlace(String file, String element, String message) {
        var findings = refusal(Models.file("hostile/" + file));
        assertThat(findings)
                .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo("hostile/" + file);
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.element()).isEqualTo(element);
                    assertThat(finding.message()).contains(message);
                });
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
        refusesQuickly(Models.process("many", tasks.toString()), "図の要素が多すぎます");
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

    private void refusesQuickly(String text, String message) {
        var findings = Assertions.assertTimeout(Duration.ofSeconds(5), () -> refusal(Models.of("hostile.bpmn", text)));
        assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains(message));
    }

    private List<Finding> refusal(ModelFile file) {
        var refused = Assertions.assertThrows(
                ModelRefused.class, () -> deployment.publish("hostile", "test", null, List.of(file, Models.form())));
        return refused.findings();
    }
}
