package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The façade over running processes: start, complete, message, time, own and shared models. */
@SeamTest
class FlowTest {

    private static final String CITY = "midorino";

    @Autowired
    ModelDeployment deployment;

    @Autowired
    Flow flow;

    @Autowired
    Decisions decisions;

    @Autowired
    EngineClock engineClock;

    @Autowired
    Clock clock;

    @Autowired
    SeamSlice.Recorded recorded;

    @Autowired
    SeamSlice.Touched touched;

    @Autowired
    TaskService engineTasks;

    @Autowired
    TransactionTemplate transaction;

    private final String key = "R08-" + UUID.randomUUID();

    @BeforeEach
    void publish() {
        deployment.publish("good", "test", null, Models.good());
    }

    @Test
    void carriesTheBusinessKeyAndTheMunicipalityIntoCalledProcesses() {
        flow.start("good-caller-with-a-long-key", key, CITY, Map.of("officeId", "midorino-main"));
        var task = onlyTask();
        assertThat(task.step()).isEqualTo("place");
        assertThat(task.processKey()).isEqualTo("good-process");
        assertThat(flow.taskFact(task.taskId(), "officeId")).isEqualTo("midorino-main");
        assertThat(flow.openTasks(key, "aogaoka")).isEmpty();
        assertThat(task.due()).isEqualTo(now().toLocalDate().plusDays(5).atTime(17, 15));
    }

    @Test
    void tellsWhereEachProcessStands() {
        flow.start("good-caller-with-a-long-key", key, CITY, Map.of());
        complete(onlyTask(), Map.of("category", "1-1"));
        var states = flow.activityStates(key, CITY);
        assertThat(states)
                .extracting(ProcessState::processKey)
                .containsExactly("good-caller-with-a-long-key", "good-process");
        assertThat(states.get(0).active()).containsExactly("place");
        assertThat(states.get(1).completed()).contains("start", "place", "decide", "goodStepTask");
        assertThat(states.get(1).active()).containsExactly("wait");
        assertThat(states.get(1).callerInstanceId()).isEqualTo(states.get(0).instanceId());
        assertThat(flow.modelXml(states.get(1).definitionId())).contains("good-process");
        assertThat(flow.instanceFact(states.get(1).instanceId(), "period"))
                .isEqualTo(Map.of("months", 12L, "kind", "long"));
    }

    @Test
    void refusesFactsThatAreNotPlain() {
        assertThatThrownBy(() -> flow.start("good-process", key, CITY, Map.of("story", List.of("x"))))
                .isInstanceOf(GuardViolation.class)
                .hasMessageContaining("story");
        assertThatThrownBy(() -> flow.start("good-process", key, CITY, Map.of("story", "長".repeat(3000))))
                .isInstanceOf(GuardViolation.class);
    }

    @Test
    void completesNothingWithoutARecord() {
        flow.start("good-process", key, CITY, Map.of());
        var task = onlyTask();
        assertThatThrownBy(() -> flow.complete(task.taskId(), Map.of())).hasStackTraceContaining("StepNotRecorded");
        assertThat(onlyTask()).isEqualTo(task);
    }

    @Test
    void deliversAMessageToWhoeverWaitsAndSaysWhenNobodyDoes() {
        flow.start("good-caller-with-a-long-key", key, CITY, Map.of());
        assertThat(flow.send("casefile.consentWithdrawn", key, "aogaoka", Map.of()))
                .isFalse();
        assertThat(flow.send("casefile.nobodyWaits", key, CITY, Map.of())).isFalse();
        assertThat(flow.send("casefile.consentWithdrawn", key, CITY, Map.of())).isTrue();
        assertThat(flow.openTasks(key, CITY)).isEmpty();
        assertThat(flow.send("casefile.consentWithdrawn", key, CITY, Map.of())).isFalse();
    }

    @Test
    void letsTimePassTimerByTimer() {
        flow.start("good-process", key, CITY, Map.of());
        complete(onlyTask(), Map.of("category", "2-1"));
        var start = now();
        engineClock.advanceTo(start.plusDays(10));
        assertThat(now()).isBetween(start.plusDays(10), start.plusDays(10).plusMinutes(1));
        var task = onlyTask();
        assertThat(task.step()).isEqualTo("lastTask");
        assertThat(task.createdAt())
                .isBetween(start.plusDays(7).minusMinutes(1), start.plusDays(7).plusMinutes(1));
        assertThatThrownBy(() -> engineClock.advanceTo(start)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesAssigneeDueAndFollowUp() {
        flow.start("good-process", key, CITY, Map.of());
        var id = onlyTask().taskId();
        var when = now().plusDays(3).withNano(0);
        flow.setAssignee(id, "soudan");
        flow.setDue(id, when);
        flow.setFollowUp(id, when.minusDays(1));
        assertThat(onlyTask().assignee()).isEqualTo("soudan");
        assertThat(onlyTask().due()).isEqualTo(when);
        assertThat(onlyTask().followUp()).isEqualTo(when.minusDays(1));
        flow.setAssignee(id, null);
        assertThat(onlyTask().assignee()).isNull();
        assertThat(flow.form(id)).hasValueSatisfying(form -> {
            assertThat(form.key()).isEqualTo("goodForm");
            assertThat(form.json()).contains("emergency");
        });
    }

    @Test
    void namesTheProcessOfATaskAlsoWhenItsKeyIsLong() {
        var id = "process-with-a-key-so-long-that-it-is-not-in-the-id";
        var place =
                "<bpmn:userTask id='place' camunda:formRef='goodForm' camunda:formRefBinding='deployment' camunda:candidateGroups='consultant' />";
        deployment.publish(
                "long", "test", null, List.of(Models.of("long.bpmn", Models.process(id, place)), Models.form()));
        flow.start(id, key, CITY, Map.of());
        assertThat(onlyTask().processKey()).isEqualTo(id);
    }

    @Test
    void prefersTheMunicipalitysOwnProcessEvenWhenASharedOneCallsIt() {
        var own = Models.goodAgain("独自").stream()
                .filter(file -> !file.name().contains("caller"))
                .toList();
        deployment.publish("own", "test", "own-city", own);
        flow.start("good-caller-with-a-long-key", key, "own-city", Map.of());
        var ownTask = flow.openTasks(key, "own-city").get(0);
        assertThat(flow.modelXml(ownTask.definitionId())).contains("試し独自");
        flow.start("good-caller-with-a-long-key", key, "other-city", Map.of());
        var shared = flow.openTasks(key, "other-city").get(0);
        assertThat(flow.modelXml(shared.definitionId())).doesNotContain("試し独自");
    }

    @Test
    void prefersTheMunicipalitysOwnDecisionInASharedProcess() {
        var table = Models.file("good/goodTable.dmn");
        var own = Models.of(table.name(), Models.text(table).replace("<text>12</text>", "<text>24</text>"));
        deployment.publish("own table", "test", "table-city", List.of(own));
        flow.start("good-process", key, "table-city", Map.of());
        complete(flow.openTasks(key, "table-city").get(0), Map.of("category", "1-1"));
        var instance = flow.activityStates(key, "table-city").get(0).instanceId();
        assertThat(flow.instanceFact(instance, "period")).isEqualTo(Map.of("months", 24L, "kind", "long"));
        assertThat(decisions.evaluate("goodTable", "table-city", Map.of("category", "1-1")))
                .containsEntry("months", 24L);
    }

    @Test
    void asksDecisionsByKey() {
        assertThat(decisions.evaluate("goodTable", CITY, Map.of("category", "1-1")))
                .isEqualTo(Map.of("months", 12L, "kind", "long"));
        assertThat(decisions.evaluateAll("goodTable", CITY, Map.of("category", "x")))
                .hasSize(1);
    }

    @Test
    void tellsListenersOfTouchedTasksBeforeTheCommit() {
        touched.ids.clear();
        flow.start("good-process", key, CITY, Map.of());
        var id = onlyTask().taskId();
        assertThat(touched.ids).contains(id);
        touched.ids.clear();
        engineTasks.addCandidateGroup(id, "manager");
        engineTasks.deleteCandidateGroup(id, "manager");
        assertThat(touched.ids).containsExactly(id, id);
        touched.ids.clear();
        transaction.executeWithoutResult(status -> {
            flow.setAssignee(id, "soudan");
            flow.setAssignee(id, "shunin");
            assertThat(touched.ids).isEmpty();
        });
        assertThat(touched.ids).containsExactly(id);
    }

    @Test
    void rollsEverythingBackWhenAListenerFails() {
        flow.start("good-process", key, CITY, Map.of());
        var id = onlyTask().taskId();
        touched.failing = true;
        try {
            assertThatThrownBy(() -> flow.setAssignee(id, "soudan")).hasMessageContaining("the listener fails");
        } finally {
            touched.failing = false;
        }
        assertThat(onlyTask().assignee()).isNull();
    }

    @Test
    void shippedModelsAreNotPublishedTwiceAndNeverReplaceOthers() {
        var id = "shipped-" + UUID.randomUUID();
        var place =
                "<bpmn:intermediateCatchEvent id='place'><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        var first = List.of(Models.of("shipped.bpmn", Models.process(id, place)));
        assertThat(deployment.deployShipped(first).versions()).containsEntry(id, 1);
        assertThat(deployment.deployShipped(first).versions()).doesNotContainKey(id);
        var newer = List.of(Models.of("shipped.bpmn", Models.process(id, place.replace("P1D", "P2D"))));
        assertThat(deployment.deployShipped(newer).versions()).containsEntry(id, 2);
        var theirs = List.of(Models.of("shipped.bpmn", Models.process(id, place.replace("P1D", "P9D"))));
        assertThat(deployment.publish("theirs", "studio", null, theirs).versions())
                .containsEntry(id, 3);
        var upgrade =
                List.of(Models.of("shipped.bpmn", Models.process(id, place.replace("P1D", "P3D"))), Models.form());
        assertThat(deployment.deployShipped(upgrade).versions()).doesNotContainKey(id);
    }

    private void complete(OpenTask task, Map<String, Object> facts) {
        recorded.add(task.taskId());
        flow.complete(task.taskId(), facts);
    }

    private OpenTask onlyTask() {
        var open = flow.openTasks(key, CITY);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
