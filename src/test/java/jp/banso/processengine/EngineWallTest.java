package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The second wall: what the engine itself refuses when a model or a value got past the model check. */
@SeamTest
class EngineWallTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    FormService forms;

    @Autowired
    DecisionService decisions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime') != null}",
                "${''.getClass() != null}",
                "${goodStep.execute(null) == null}",
                "${currentUser() == 'x'}",
                "${dateTime() == null}"
            })
    void refusesMethodsAndForeignFunctionsAtDeployment(String expression) {
        assertThatThrownBy(() -> deploy("wall-method", condition(expression))).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.class != null}",
                "${''['class'] != null}",
                "${''.bytes != null}",
                "${dataSource != null}",
                "${task != null}"
            })
    void refusesPropertiesAndForeignBeansWhenReached(String expression) {
        deploy("wall-property", condition(expression));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("wall-property"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void runsTheStepAlthoughAVariableHasItsName() {
        deploy("wall-shadow", "<bpmn:serviceTask id='place' camunda:delegateExpression='${goodStep}' />");
        var ended = runtime.createProcessInstanceByKey("wall-shadow")
                .setVariable("goodStep", "shadow")
                .executeWithVariablesInReturn();
        assertThat(ended.getVariables()).containsEntry("stepDone", true);
    }

    @Test
    void leavesOnlyTheBusinessKeyOfTheExecution() {
        var place = "<bpmn:userTask id='place' name='${execution.processBusinessKey}/${execution.id}' />";
        deploy("wall-key", place);
        var id = runtime.startProcessInstanceByKey("wall-key", "R08-00001").getId();
        assertThat(tasks.createTaskQuery().processInstanceId(id).singleResult().getName())
                .isEqualTo("R08-00001/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void refusesScriptsAtDeployment(String language) {
        var script = "<bpmn:scriptTask id='place' scriptFormat='%s'><bpmn:script>1</bpmn:script></bpmn:scriptTask>";
        assertThatThrownBy(() -> deploy("wall-script", script.formatted(language)))
                .hasStackTraceContaining("は使えません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy"})
    void refusesScriptsInDecisions(String language) {
        var table = Models.text(Models.file("hostile/juel.dmn"))
                .replace("\"juel\"", '"' + language + '"')
                .replace("${1}", "1");
        repository
                .createDeployment()
                .name("wall-table")
                .addString("wall.dmn", table)
                .deploy();
        assertThatThrownBy(() -> decisions
                        .evaluateDecisionByKey("hostile-juel")
                        .variables(Map.of("category", "1-1"))
                        .evaluate())
                .hasStackTraceContaining("スクリプト（" + language + "）は使えません");
    }

    @Test
    void reachesNothingFromADecisionInJuel() {
        var table = Models.text(Models.file("hostile/juel.dmn")).replace("${1}", "${''.getClass().name}");
        repository
                .createDeployment()
                .name("wall-table")
                .addString("wall.dmn", table)
                .deploy();
        assertThatThrownBy(() -> decisions
                        .evaluateDecisionByKey("hostile-juel")
                        .variables(Map.of("category", "1-1"))
                        .evaluate())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesClassesWhenReached() {
        deploy("wall-class", "<bpmn:serviceTask id='place' camunda:class='%s' />".formatted(Innocent.class.getName()));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("wall-class"))
                .hasStackTraceContaining("は呼び出せません");
    }

    /** A delegate that would be harmless, so that only the guard can refuse it. */
    public static class Innocent implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            // nothing
        }
    }

    @Test
    void runsNoExpressionSmuggledIntoAnOrQuery() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .dueBeforeExpression("${''.getClass().forName('java.lang.Runtime').getRuntime()}")
                        .endOr()
                        .list())
                .hasStackTraceContaining("TreeBuilderException");
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${dataSource}")
                        .endOr()
                        .list())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().dueBeforeExpression("${now()}").list())
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R/PT0S",
                "R/1970-01-01T00:00:00/PT10S",
                "R3/1970-01-01T00:00:00/PT1H",
                "R2000/PT1H",
                "R1000/PT30S",
                "R/PT1H",
                "R/PT1S/2999-01-01T00:00:00",
                "R/2020-01-01T00:00:00/2019-01-01T00:00:00",
                "R3/P100Y",
                "* * * * * ?",
                "0 0 0 30 2 ?"
            })
    void refusesATimerCycleThatComesFromAFormField(String value) {
        deploy("wall-cycle", timer("timeCycle"));
        refusesQuickly("wall-cycle", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R/PT0S", "P100Y", "PT1S", "P999999999D", "R/1970-01-01T00:00:00/PT10S", "rubbish"})
    void refusesATimerDurationThatComesFromAFormField(String value) {
        deploy("wall-duration", timer("timeDuration"));
        refusesQuickly("wall-duration", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00", "P100Y", "R/PT0S"})
    void refusesATimerDateThatComesFromAFormField(String value) {
        deploy("wall-date", timer("timeDate"));
        refusesQuickly("wall-date", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R/PT0S", "2999-01-01T00:00:00"})
    void refusesATaskDueDateOfThatKind(String value) {
        deploy("wall-due", "<bpmn:userTask id='place' camunda:dueDate='${when}' />");
        refusesQuickly("wall-due", value);
    }

    @Test
    void refusesADateObjectFarAway() {
        deploy("wall-object", timer("timeDate"));
        var far = new Date(32_503_680_000_000L);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("wall-object", Map.of("when", far)))
                .hasStackTraceContaining("10年先まで");
    }

    @Test
    void acceptsAReasonableCycleAndItsContinuation() {
        deploy("wall-good-cycle", timer("timeCycle"));
        var id = runtime.startProcessInstanceByKey("wall-good-cycle", Map.of("when", "R3/PT1H"))
                .getId();
        assertThat(management.createJobQuery().processInstanceId(id).count()).isEqualTo(1);
        management.executeJob(
                management.createJobQuery().processInstanceId(id).singleResult().getId());
    }

    @Test
    void doesNotHangOnARetryCycleFromAVariable() {
        deploy(
                "wall-retry",
                "<bpmn:serviceTask id='place' camunda:asyncBefore='true' camunda:delegateExpression='${failingStep}'>"
                        + "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>${when}</camunda:failedJobRetryTimeCycle>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>");
        var id = runtime.startProcessInstanceByKey("wall-retry", Map.of("when", "R2147483647/1970-01-01T00:00:00/PT0S"))
                .getId();
        var job = management.createJobQuery().processInstanceId(id).singleResult();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThatThrownBy(() -> management.executeJob(job.getId()))
                        .hasStackTraceContaining("the step fails"));
    }

    @Test
    void storesOnlyPlainValues() {
        deploy("wall-values", "<bpmn:userTask id='place' />");
        var id = runtime.startProcessInstanceByKey("wall-values").getId();
        for (var value : List.<Object>of(
                new StringBuilder("x"),
                List.of(new StringBuilder("a")),
                Collections.nCopies(51, "a"),
                new byte[] {1},
                Map.of("deep", List.of()),
                Variables.fileValue("x.txt").file(new byte[] {1}).create(),
                Variables.serializedObjectValue("rO0AB")
                        .serializationDataFormat("application/x-java-serialized-object")
                        .objectTypeName("java.util.ArrayList")
                        .create())) {
            assertThatThrownBy(() -> runtime.setVariable(id, "fact", value))
                    .as("%s", value.getClass())
                    .isInstanceOf(RuntimeException.class);
        }
        for (var value : List.<Object>of("𠮷野 😀", 1, 2L, 1.5, true, new Date())) {
            assertThatCode(() -> runtime.setVariable(id, "fact", value)).doesNotThrowAnyException();
            assertThat(runtime.getVariable(id, "fact")).isInstanceOf(value.getClass());
        }
        runtime.setVariable(id, "fact", "𠮷野 😀");
        assertThat(runtime.getVariable(id, "fact")).isEqualTo("𠮷野 😀");
    }

    @Test
    void repeatsATaskOverAListOfIds() {
        deploy(
                "wall-list",
                "<bpmn:userTask id='place'><bpmn:multiInstanceLoopCharacteristics camunda:collection='cases' camunda:elementVariable='caseNo' /></bpmn:userTask>");
        var two = runtime.startProcessInstanceByKey("wall-list", Map.of("cases", List.of("R08-00001", "R08-00002")));
        assertThat(tasks.createTaskQuery().processInstanceId(two.getId()).list())
                .extracting(task -> tasks.getVariable(task.getId(), "caseNo"))
                .containsExactlyInAnyOrder("R08-00001", "R08-00002");
        assertThat(runtime.startProcessInstanceByKey("wall-list", Map.of("cases", List.of()))
                        .isEnded())
                .isTrue();
    }

    @Test
    void completesNoTaskWithoutARecordWhicheverDoorIsTried() {
        deploy("wall-gate", "<bpmn:userTask id='place' />");
        var id = runtime.startProcessInstanceByKey("wall-gate").getId();
        var task = tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
        assertThatThrownBy(() -> tasks.complete(task)).hasStackTraceContaining("StepNotRecorded");
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of())).hasStackTraceContaining("StepNotRecorded");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    private void refusesQuickly(String key, String value) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                        () -> runtime.startProcessInstanceByKey(key, Map.of("when", value)))
                .hasStackTraceContaining("は使えません"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(key)
                        .variableValueEquals("when", value)
                        .count())
                .isZero();
    }

    private void deploy(String key, String place) {
        repository
                .createDeployment()
                .name(key)
                .addString(key + ".bpmn", Models.process(key, place))
                .deploy();
    }

    private static String condition(String expression) {
        return "<bpmn:exclusiveGateway id='place' default='f2' />"
                + "<bpmn:sequenceFlow id='f3' sourceRef='place' targetRef='end'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>"
                + expression
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>";
    }

    private static String timer(String kind) {
        return "<bpmn:intermediateCatchEvent id='place'><bpmn:timerEventDefinition><bpmn:%1$s xsi:type='bpmn:tFormalExpression'>${when}</bpmn:%1$s></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
                .formatted(kind);
    }
}
