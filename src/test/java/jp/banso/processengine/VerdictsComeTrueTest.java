package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.processengine.Verdicts.Verdict;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 300 generated changes to a model, with processes anywhere in it: what is said to move moves and comes to its end, each
 * step once and each timer once; what is said to stay stays; what is said not to go would go wrong.
 */
@SeamTest
class VerdictsComeTrueTest {

    private static final int CHANGES = 300;
    private static final int CASES = 2;
    private static final long SEED = 20261121;

    @Autowired
    CaseMoves moves;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    SeamSlice.Recorded recorded;

    private final String city = "true-" + UUID.randomUUID();
    private final String key = "random-" + UUID.randomUUID();
    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    private Random random = new Random(SEED);

    @AfterEach
    void leaveNothingRunning() {
        runtime.createProcessInstanceQuery()
                .tenantIdIn(city)
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test", true));
    }

    @Test
    void forGeneratedChanges() {
        var source = publish(RandomChanges.base(key));
        for (int i = 0; i < CHANGES; i++) {
            random = new Random(SEED + i);
            var changes = new RandomChanges(RandomChanges.base(key), random);
            var target = publish(changes.make(1 + random.nextInt(3)));
            var cases = new ArrayList<String>();
            for (int c = 0; c < CASES; c++) {
                cases.add(somewhere(source));
            }
            check(source, target, cases, "change %d: %s".formatted(i, changes));
        }
        assertThat(seen.keySet()).as("every verdict was met").containsExactlyInAnyOrder(Kind.values());
        assertThat(seen.get(Kind.MOVES)).as("%s", seen).isGreaterThan(CHANGES / 2);
    }

    private void check(String source, String target, List<String> cases, String about) {
        var unmapped = new MovePlan(city, source, target, Map.of());
        var plan = unmapped;
        var verdicts = moves.verdicts(plan);
        assertThat(verdicts.all()).as(about).extracting(Verdict::instanceId).containsExactlyInAnyOrderElementsOf(cases);
        if (!verdicts.open().isEmpty()) {
            verdicts.of(Kind.NEEDS_MAPPING).forEach(verdict -> staysWhereItIs(verdict, unmapped, about));
            seen.merge(Kind.NEEDS_MAPPING, verdicts.of(Kind.NEEDS_MAPPING).size(), Integer::sum);
            plan = plan.with(verdicts.open().stream()
                    .filter(open -> !open.choices().isEmpty())
                    .collect(Collectors.toMap(Verdicts.OpenStep::id, open -> open.choices()
                            .get(random.nextInt(open.choices().size()))
                            .id())));
            verdicts = mapped(plan, about);
        }
        for (var verdict : verdicts.all()) {
            seen.merge(verdict.kind(), 1, Integer::sum);
            comesTrue(verdict, plan, about + " " + plan.mapping());
        }
    }

    /** Choices are offered one by one; two together may contradict each other, which is said. */
    private Verdicts mapped(MovePlan plan, String about) {
        try {
            return moves.verdicts(plan);
        } catch (MoveRefused together) {
            return moves.verdicts(plan.with(Map.of()));
        }
    }

    private void comesTrue(Verdict verdict, MovePlan plan, String about) {
        var id = verdict.instanceId();
        about = about + " stands " + verdict.steps() + " " + verdict.kind() + " " + verdict.reason();
        if (verdict.kind() == Kind.MOVES) {
            var steps = stepsSoFar(id);
            moves.move(id, plan);
            assertThat(runsOn(id)).as(about).isEqualTo(plan.target());
            assertThat(stepsSoFar(id))
                    .as("%s: nothing fires by being moved", about)
                    .isEqualTo(steps);
            assertThat(goesWrong(id, plan, verdict)).as(about).isNull();
        } else if (verdict.kind() == Kind.CANNOT) {
            staysWhereItIs(verdict, plan, about);
            // the engine's joins count tokens, whatever way they come: a strange choice may slip through there
            assertThat(verdict.steps().stream().anyMatch(plan.mapping()::containsKey) || wouldGoWrong(verdict, plan))
                    .as("%s: would go wrong", about)
                    .isTrue();
        } else {
            staysWhereItIs(verdict, plan, about);
            assertThat(goesWrong(id, plan, verdict)).as(about).isNull();
        }
        runtime.createProcessInstanceQuery()
                .processInstanceId(id)
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test"));
    }

    private void staysWhereItIs(Verdict verdict, MovePlan plan, String about) {
        try {
            moves.move(verdict.instanceId(), plan);
            throw new AssertionError(about + ": moved although it was said to be " + verdict.kind());
        } catch (MoveRefused refused) {
            assertThat(refused.kind()).as(about).isEqualTo(verdict.kind());
            assertThat(runsOn(verdict.instanceId())).as(about).isEqualTo(plan.source());
        }
    }

    /** By the engine's own migration, which knows of no branches. */
    private boolean wouldGoWrong(Verdict verdict, MovePlan plan) {
        var id = verdict.instanceId();
        try {
            var builder =
                    runtime.createMigrationPlan(plan.source(), plan.target()).mapEqualActivities();
            for (var way : plan.mapping().entrySet()) {
                builder.mapActivities(way.getKey(), way.getValue());
            }
            runtime.newMigration(builder.build())
                    .processInstanceIds(id)
                    .skipCustomListeners()
                    .execute();
        } catch (ProcessEngineException refused) {
            return true;
        }
        return goesWrong(id, plan, verdict) != null;
    }

    /** Does everything that is to be done; says what does not work out. */
    private @Nullable String goesWrong(String id, MovePlan plan, Verdict verdict) {
        var chosen =
                verdict.steps().stream().anyMatch(plan.mapping()::containsKey); // perhaps a step it has been through
        var done = new HashMap<String, Integer>();
        history.createHistoricTaskInstanceQuery()
                .processInstanceId(id)
                .finished()
                .list()
                .forEach(t -> done.merge(t.getTaskDefinitionKey(), 1, Integer::sum));
        for (int steps = 0; steps < 60; steps++) {
            var open = tasks.createTaskQuery().processInstanceId(id).list();
            if (!open.isEmpty()) {
                var task = open.get(random.nextInt(open.size()));
                complete(task.getId());
                if (done.merge(task.getTaskDefinitionKey(), 1, Integer::sum) > 1 && !chosen) {
                    return "twice: " + task.getTaskDefinitionKey();
                }
                continue;
            }
            var timers = timers(id);
            if (timers.isEmpty()) {
                break;
            }
            management.executeJob(timers.get(0).getId());
        }
        return runtime.createProcessInstanceQuery().processInstanceId(id).count() == 0 ? null : "does not end";
    }

    /** A process that has gone some random steps. */
    private String somewhere(String definition) {
        var id = runtime.createProcessInstanceById(definition)
                .businessKey("R08-" + UUID.randomUUID())
                .setVariables(new HashMap<>(Map.of("municipalityId", city)))
                .execute()
                .getId();
        for (int steps = random.nextInt(9); steps > 0; steps--) {
            var open = tasks.createTaskQuery()
                    .processInstanceId(id)
                    .orderByTaskName()
                    .asc()
                    .list();
            var timers = timers(id);
            if (open.size() + timers.size() == 0
                    || open.size() == 1 && open.get(0).getTaskDefinitionKey().equals("g")) {
                break;
            }
            var next = random.nextInt(open.size() + timers.size());
            if (next < open.size()) {
                complete(open.get(next).getId());
            } else {
                management.executeJob(timers.get(next - open.size()).getId());
            }
        }
        return id;
    }

    private List<Job> timers(String id) {
        return management
                .createJobQuery()
                .processInstanceId(id)
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private long stepsSoFar(String id) {
        return history.createHistoricTaskInstanceQuery().processInstanceId(id).count();
    }

    private String runsOn(String id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult()
                .getProcessDefinitionId();
    }

    private void complete(String taskId) {
        recorded.add(taskId);
        tasks.complete(taskId);
    }

    private String publish(Drawing drawing) {
        return repository
                .createDeployment()
                .tenantId(city)
                .addInputStream(drawing.key() + ".bpmn", new ByteArrayInputStream(drawing.xml()))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }
}
