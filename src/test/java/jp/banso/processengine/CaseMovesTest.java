package jp.banso.processengine;

import static jp.banso.processengine.Drawing.flowXml;
import static jp.banso.processengine.Drawing.taskXml;
import static jp.banso.processengine.Drawing.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.banso.processengine.Verdicts.Kind;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Running processes go to another version: steps, dates, timers, branches, called processes, tenants, and back. */
@SeamTest
@Tag("database")
class CaseMovesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    CaseMoves moves;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    EngineClock engineClock;

    @Autowired
    Clock clock;

    @Autowired
    SeamSlice.Recorded recorded;

    @Autowired
    SeamSlice.Touched touched;

    private final String city = "mv-" + UUID.randomUUID();
    private final String key = "moving-" + UUID.randomUUID();
    private final Drawing plain = new Drawing(key)
            .start("start")
            .task("first", "話を聞く")
            .task("second", "まとめる")
            .end("end")
            .line("start", "first", "second", "end");

    @AfterEach
    void leaveNoTimers() {
        runtime.createProcessInstanceQuery()
                .tenantIdIn(city)
                .rootProcessInstances()
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test", true));
    }

    // ---- verdicts

    @Test
    void staysWhereNothingAheadHasChangedAndMovesWhereSomethingHas() {
        var source = publish(plain, city);
        var early = start(source);
        var late = start(source);
        complete(only(late));
        var target = publish(plain.copy().task("first", "くわしく話を聞く"), city);
        assertThat(kind(early, source, target)).isEqualTo(Kind.MOVES);
        assertThat(kind(late, source, target)).isEqualTo(Kind.STAYS);
        assertThatThrownBy(() -> move(late, source, target)).isInstanceOf(MoveRefused.class);
        assertThat(runsOn(late)).isEqualTo(source);
    }

    @Test
    void aStepThatIsGoneNeedsAChoiceAndTheEngineSaysWhichOnesThereAre() {
        var source = publish(plain, city);
        var there = start(source);
        var target = publish(
                plain.copy()
                        .without("first")
                        .noLine("start", "first")
                        .noLine("first", "second")
                        .line("start", "second"),
                city);
        var verdicts = moves.verdicts(plan(source, target, Map.of()));
        assertThat(verdicts.of(Kind.NEEDS_MAPPING))
                .extracting(Verdicts.Verdict::instanceId)
                .containsExactly(there);
        assertThat(verdicts.open()).singleElement().satisfies(open -> {
            assertThat(open.name()).isEqualTo("話を聞く");
            assertThat(open.cases()).isEqualTo(1);
            assertThat(open.choices()).extracting(Verdicts.Choice::id).containsExactly("second");
        });
        var plan = plan(source, target, Map.of("first", "second"));
        assertThat(moves.verdicts(plan).of(Kind.MOVES)).hasSize(1);
        moves.move(there, plan);
        assertThat(only(there).getTaskDefinitionKey()).isEqualTo("second");
        assertThat(only(there).getName()).isEqualTo("まとめる");
        complete(only(there));
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(there).count())
                .isZero();
    }

    @Test
    void saysWhyACaseCannotGo() {
        var withTimer = plain.copy().boundary("remind", "first", false, "timeDuration", "P1D");
        var source = publish(withTimer, city);
        var suspended = start(source);
        var failed = start(source);
        runtime.suspendProcessInstanceById(suspended);
        management.setJobRetries(timers(failed).get(0).getId(), 0);
        var target = publish(withTimer.copy().task("first", "くわしく話を聞く"), city);
        var verdicts = moves.verdicts(plan(source, target, Map.of()));
        assertThat(verdicts.of(Kind.CANNOT)).hasSize(2).allSatisfy(v -> assertThat(v.reason())
                .isNotBlank());
        assertThatThrownBy(() -> move(suspended, source, target)).isInstanceOf(MoveRefused.class);
        assertThatThrownBy(() -> move(failed, source, target)).isInstanceOf(MoveRefused.class);
        assertThat(runsOn(failed)).isEqualTo(source);
    }

    @Test
    void doesNotLetACaseWaitForEverAtAJoinThatIsNew() {
        var source = publish(plain, city);
        var early = start(source);
        var late = start(source);
        complete(only(late));
        var target = publish(
                plain.copy()
                        .fork("fork")
                        .fork("join")
                        .task("other", "別のこと")
                        .noLine("first", "second")
                        .noLine("second", "end")
                        .line("first", "fork", "second", "join", "end")
                        .line("fork", "other", "join"),
                city);
        assertThat(kind(early, source, target)).isEqualTo(Kind.MOVES);
        assertThat(kind(late, source, target)).isEqualTo(Kind.CANNOT);
    }

    @Test
    void doesNotLetAStepHappenTwiceBecauseTheJoinIsGone() {
        var source = publish(
                new Drawing(key)
                        .start("start")
                        .fork("fork")
                        .task("a", "A")
                        .task("b", "B")
                        .fork("join")
                        .task("c", "C")
                        .end("end")
                        .line("start", "fork", "a", "join", "c", "end")
                        .line("fork", "b", "join"),
                city);
        var both = start(source);
        var target = publish(
                new Drawing(key)
                        .start("start")
                        .task("a", "A")
                        .task("b", "B")
                        .task("c", "C")
                        .end("end")
                        .line("start", "a", "b", "c", "end"),
                city);
        assertThat(kind(both, source, target)).isEqualTo(Kind.CANNOT);
    }

    // ---- steps

    @Test
    void givesOpenStepsTheWordsOfTheNewModelAndKeepsADateSetByHand() {
        var source = publish(plain, city);
        var there = start(source);
        var byHand = Date.from(
                now().plusDays(40).truncatedTo(ChronoUnit.SECONDS).atZone(TOKYO).toInstant());
        var task = only(there);
        task.setDueDate(byHand);
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), "asked-by-hand");
        var target = publish(
                plain.copy()
                        .put(
                                "first",
                                taskXml("first", "くわしく話を聞く", "navigator", "+5日").replace("'50'", "'70'")),
                city);
        touched.ids.clear();
        move(there, source, target);
        var moved = only(there);
        assertThat(moved.getId()).isEqualTo(task.getId());
        assertThat(moved.getName()).isEqualTo("くわしく話を聞く");
        assertThat(moved.getPriority()).isEqualTo(70);
        assertThat(moved.getDueDate()).isEqualTo(byHand);
        assertThat(groups(moved)).containsExactlyInAnyOrder("navigator", "asked-by-hand");
        assertThat(touched.ids).contains(task.getId());
    }

    @Test
    void countsADateAnewFromTheDayTheStepBeganOnlyWhenItsRuleChanged() {
        var source = publish(plain, city);
        var there = start(source);
        var began = now();
        engineClock.advanceTo(began.plusDays(3));
        var target = publish(plain.copy().task("first", "話を聞く", "consultant", "+20日"), city);
        move(there, source, target);
        assertThat(local(only(there).getDueDate()))
                .isEqualTo(began.toLocalDate().plusDays(20).atTime(17, 15));
    }

    // ---- timers

    @Test
    void aPendingTimerKeepsItsDateAndAFiredOneDoesNotFireAgain() {
        var withTimers = plain.copy()
                .boundary("fired", "first", false, "timeDuration", "P1D")
                .boundary("pending", "first", false, "timeDuration", "P9D");
        var source = publish(withTimers, city);
        var there = start(source);
        engineClock.advanceTo(now().plusDays(2));
        assertThat(names(there)).contains("firedの手順").doesNotContain("pendingの手順");
        var due = timers(there).get(0).getDuedate();
        var target = publish(withTimers.copy().task("first", "くわしく話を聞く"), city);
        move(there, source, target);
        assertThat(timers(there)).singleElement().extracting(Job::getDuedate).isEqualTo(due);
        engineClock.advanceTo(now().plusDays(20));
        assertThat(names(there)).containsExactlyInAnyOrder("くわしく話を聞く", "firedの手順", "pendingの手順");
    }

    @Test
    void aTimerWithAnotherDurationCountsFromWhenItBegan() {
        var source = publish(plain.copy().boundary("late", "first", false, "timeDuration", "P30D"), city);
        var there = start(source);
        var began = now();
        engineClock.advanceTo(began.plusDays(4));
        var target = publish(plain.copy().boundary("late", "first", false, "timeDuration", "P10D"), city);
        move(there, source, target);
        assertThat(local(timers(there).get(0).getDuedate()))
                .isBetween(
                        began.plusDays(10).minusMinutes(1), began.plusDays(10).plusMinutes(1));
    }

    @Test
    void aWaitWithARuleCountsFromWhenItBegan() {
        var waiting =
                new Drawing(key).start("start").task("after", "あと").end("end").line("start", "wait", "after", "end");
        var source = publish(waiting.copy().wait("wait", "timeDate", "${days(30)}"), city);
        var there = start(source);
        var began = now();
        engineClock.advanceTo(began.plusDays(4));
        var target = publish(waiting.copy().wait("wait", "timeDate", "${days(10)}"), city);
        move(there, source, target);
        assertThat(local(timers(there).get(0).getDuedate()))
                .isEqualTo(began.toLocalDate().plusDays(10).atTime(17, 15));
    }

    @Test
    void aTimerThatOnlyTheTargetHasBeginsNow() {
        var source = publish(plain, city);
        var there = start(source);
        engineClock.advanceTo(now().plusDays(4));
        var target = publish(plain.copy().boundary("late", "first", false, "timeDuration", "P10D"), city);
        move(there, source, target);
        assertThat(local(timers(there).get(0).getDuedate()))
                .isAfter(now().plusDays(10).minusMinutes(1));
    }

    @Test
    void aRunningCycleGoesOnAndAChangedOneBeginsAnew() {
        var source = publish(plain.copy().boundary("each", "first", false, "timeCycle", "R5/P2D"), city);
        var same = start(source);
        var other = start(source);
        engineClock.advanceTo(now().plusDays(5));
        assertThat(names(same)).hasSize(3);
        var due = timers(same).get(0).getDuedate();
        var target = publish(
                plain.copy()
                        .boundary("each", "first", false, "timeCycle", "R5/P2D")
                        .task("first", "くわしく"),
                city);
        move(same, source, target);
        assertThat(timers(same)).singleElement().extracting(Job::getDuedate).isEqualTo(due);
        engineClock.advanceTo(now().plusDays(30));
        assertThat(names(same)).as("five firings altogether").hasSize(6);
        var changed = publish(plain.copy().boundary("each", "first", false, "timeCycle", "R2/P10D"), city);
        engineClock.advanceTo(now().plusDays(1));
        var before = names(other).size();
        move(other, source, changed);
        assertThat(before).isEqualTo(6);
        assertThat(timers(other))
                .as("a cycle that has run out is not set again")
                .isEmpty();
    }

    @Test
    void aTimerOfAnEventSubProcessThatHasFiredDoesNotFireAgain() {
        var source = publish(withWatch(plain, "P1D"), city);
        var there = start(source);
        engineClock.advanceTo(now().plusDays(2));
        assertThat(names(there)).containsExactlyInAnyOrder("話を聞く", "見る");
        var target = publish(withWatch(plain.copy().task("first", "くわしく話を聞く"), "P1D"), city);
        move(there, source, target);
        assertThat(timers(there)).isEmpty();
        engineClock.advanceTo(now().plusDays(5));
        assertThat(names(there)).containsExactlyInAnyOrder("くわしく話を聞く", "見る");
    }

    @Test
    void aPendingTimerOfAnEventSubProcessKeepsItsDate() {
        var source = publish(withWatch(plain, "P5D"), city);
        var there = start(source);
        var due = timers(there).get(0).getDuedate();
        engineClock.advanceTo(now().plusDays(2));
        var target = publish(withWatch(plain.copy().task("first", "くわしく話を聞く"), "P5D"), city);
        move(there, source, target);
        assertThat(timers(there)).singleElement().extracting(Job::getDuedate).isEqualTo(due);
    }

    @Test
    void aTimerGoesWithAStepThatGetsAnotherId() {
        var source = publish(plain.copy().boundary("remind", "first", false, "timeDuration", "P9D"), city);
        var there = start(source);
        var due = timers(there).get(0).getDuedate();
        engineClock.advanceTo(now().plusDays(2));
        var target = publish(
                plain.copy()
                        .without("first")
                        .noLine("start", "first")
                        .noLine("first", "second")
                        .task("begin", "始める")
                        .line("start", "begin", "second")
                        .boundary("remind", "begin", false, "timeDuration", "P9D"),
                city);
        moves.move(there, plan(source, target, Map.of("first", "begin")));
        assertThat(timers(there)).singleElement().extracting(Job::getDuedate).isEqualTo(due);
    }

    // ---- kinds of models

    @Test
    void movesParallelBranchesSeveralRoundsAndSubProcesses() {
        var inner = "<subProcess id='sub'><startEvent id='s'/>" + taskXml("inner", "中", "consultant", "+5日")
                + "<endEvent id='e'/>" + flowXml("s", "inner") + flowXml("inner", "e") + "</subProcess>";
        var many =
                "<userTask id='many' name='%s'><multiInstanceLoopCharacteristics><loopCardinality xsi:type='tFormalExpression'>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>";
        var drawing = new Drawing(key)
                .start("start")
                .fork("fork")
                .fork("join")
                .end("end")
                .put("sub", inner)
                .put("many", many.formatted("みんなで"))
                .task("alone", "ひとりで")
                .line("start", "fork", "sub", "join", "end")
                .line("fork", "many", "join")
                .line("fork", "alone", "join");
        var source = publish(drawing, city);
        var there = start(source);
        complete(task(there, "alone"));
        complete(tasks.createTaskQuery()
                .processInstanceId(there)
                .taskDefinitionKey("many")
                .list()
                .get(0));
        var target = publish(drawing.copy().put("many", many.formatted("皆で")).task("alone", "一人で"), city);
        assertThat(kind(there, source, target)).isEqualTo(Kind.MOVES);
        move(there, source, target);
        assertThat(names(there)).containsExactlyInAnyOrder("中", "皆で", "皆で");
        for (var task : tasks.createTaskQuery().processInstanceId(there).list()) {
            complete(task);
        }
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(there).count())
                .isZero();
    }

    @Test
    void leavesCalledProcessesAloneAndGoesOnWhenTheyEnd() {
        var child = publish(plain, city);
        var caller = new Drawing("caller-" + key)
                .start("start")
                .put(
                        "call",
                        "<callActivity id='call' name='%s' calledElement='%s'><extensionElements><camunda:in businessKey='${execution.processBusinessKey}'/></extensionElements></callActivity>"
                                .formatted("頼む", key))
                .task("after", "あと")
                .end("end")
                .line("start", "call", "after", "end");
        var source = publish(caller, city);
        var there = start(source);
        var called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(there)
                .singleResult()
                .getId();
        var target = publish(caller.copy().task("after", "あとで"), city);
        move(there, source, target);
        assertThat(runsOn(called)).isEqualTo(child);
        var newChild = publish(plain.copy().task("first", "くわしく"), city);
        move(called, child, newChild);
        assertThat(runsOn(there)).isEqualTo(target);
        complete(only(called));
        complete(only(called));
        assertThat(only(there).getName()).isEqualTo("あとで");
    }

    @Test
    void hearsTheMessageOfTheNewModel() {
        var listening = plain.copy()
                .put(
                        "heard",
                        "<boundaryEvent id='heard' attachedToRef='first'><messageEventDefinition messageRef='m'/></boundaryEvent>")
                .task("then", "聞いたあと")
                .end("thenEnd")
                .line("heard", "then", "thenEnd");
        var source = publish(listening.copy().outside("<message id='m' name='moves.old'/>"), city);
        var there = start(source);
        var target = publish(listening.copy().outside("<message id='m' name='moves.new'/>"), city);
        move(there, source, target);
        runtime.createMessageCorrelation("moves.new").processInstanceId(there).correlate();
        assertThat(only(there).getName()).isEqualTo("聞いたあと");
    }

    // ---- municipalities

    @Test
    void goesFromTheSharedVersionToTheOwnOneAndBack() {
        var shared = publish(plain, null);
        var there = start(shared);
        var elsewhere = start(shared, "mv-other-" + UUID.randomUUID());
        var own = publish(plain.copy().task("first", "うちの聞き方"), city);
        assertThat(moves.verdicts(plan(shared, own, Map.of())).all())
                .extracting(Verdicts.Verdict::instanceId)
                .containsExactly(there);
        var plan = plan(shared, own, Map.of());
        var moved = moves.move(there, plan);
        assertThat(runsOn(there)).isEqualTo(own);
        assertThatThrownBy(() -> moves.move(elsewhere, plan)).isInstanceOf(MoveRefused.class);
        moves.moveBack(there, plan, moved);
        assertThat(runsOn(there)).isEqualTo(shared);
        assertThat(only(there).getName()).isEqualTo("話を聞く");
        runtime.deleteProcessInstance(elsewhere, "test");
    }

    // ---- back

    @Test
    void goesBackToTheDatesAndTimersItHad() {
        var source = publish(
                plain.copy()
                        .boundary("fired", "first", false, "timeDuration", "P1D")
                        .boundary("pending", "first", false, "timeDuration", "P9D"),
                city);
        var there = start(source);
        engineClock.advanceTo(now().plusDays(2));
        var byHand = Date.from(
                now().plusDays(40).truncatedTo(ChronoUnit.SECONDS).atZone(TOKYO).toInstant());
        var task = task(there, "first");
        task.setDueDate(byHand);
        tasks.saveTask(task);
        var pending = timers(there).get(0).getDuedate();
        var target = publish(
                plain.copy()
                        .task("first", "話を聞く", "navigator", "+20日")
                        .task("firedTask", "x")
                        .end("firedEnd")
                        .line("firedTask", "firedEnd")
                        .put("orphan", "<startEvent id='orphan'/>".replace("startEvent", "intermediateThrowEvent"))
                        .line("orphan", "firedTask"),
                city);
        var plan = plan(source, target, Map.of());
        var moved = moves.move(there, plan);
        assertThat(timers(there)).isEmpty();
        assertThat(task(there, "first").getDueDate()).isNotEqualTo(byHand);
        engineClock.advanceTo(now().plusDays(1));
        moves.moveBack(there, plan, moved);
        assertThat(runsOn(there)).isEqualTo(source);
        assertThat(timers(there)).singleElement().extracting(Job::getDuedate).isEqualTo(pending);
        assertThat(task(there, "first").getDueDate()).isEqualTo(byHand);
        assertThat(groups(task(there, "first"))).containsExactly("consultant");
    }

    @Test
    void goesBackOnlyWhileNothingHasHappened() {
        var source = publish(plain, city);
        var there = start(source);
        var target = publish(plain.copy().task("first", "くわしく"), city);
        var plan = plan(source, target, Map.of());
        var moved = moves.move(there, plan);
        complete(only(there));
        assertThatThrownBy(() -> moves.moveBack(there, plan, moved))
                .isInstanceOf(MoveRefused.class)
                .hasMessageContaining("進んだ");
        assertThat(runsOn(there)).isEqualTo(target);
    }

    @Test
    void goesBackToAStepThatIsGone() {
        var source = publish(plain, city);
        var there = start(source);
        var target = publish(
                plain.copy()
                        .without("first")
                        .noLine("start", "first")
                        .noLine("first", "second")
                        .line("start", "second"),
                city);
        var plan = plan(source, target, Map.of("first", "second"));
        var moved = moves.move(there, plan);
        moves.moveBack(there, plan, moved);
        assertThat(only(there).getTaskDefinitionKey()).isEqualTo("first");
        assertThat(only(there).getName()).isEqualTo("話を聞く");
    }

    @Test
    void judgesThousandsTogether() {
        var source = publish(plain, city);
        for (int i = 0; i < 300; i++) {
            start(source);
        }
        var target = publish(plain.copy().task("first", "くわしく"), city);
        touched.ids.clear();
        var verdicts = moves.verdicts(plan(source, target, Map.of()));
        assertThat(verdicts.counts()).containsEntry(Kind.MOVES, 300);
        assertThat(touched.ids).as("nothing was changed by asking").isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionId(source)
                        .count())
                .isEqualTo(300);
    }

    // ---- helpers

    private static Drawing withWatch(Drawing drawing, String after) {
        return drawing.copy()
                .put(
                        "watch",
                        "<subProcess id='watch' triggeredByEvent='true'><startEvent id='watchDue' isInterrupting='false'>%s</startEvent>%s<endEvent id='we'/>%s%s</subProcess>"
                                .formatted(
                                        timer("timeDuration", after),
                                        taskXml("look", "見る", "consultant", "+5日"),
                                        flowXml("watchDue", "look"),
                                        flowXml("look", "we")));
    }

    private String publish(Drawing drawing, @Nullable String tenant) {
        var builder = repository
                .createDeployment()
                .addInputStream(drawing.key() + ".bpmn", new ByteArrayInputStream(drawing.xml()));
        var deployment = (tenant == null ? builder : builder.tenantId(tenant)).deployWithResult();
        return deployment.getDeployedProcessDefinitions().get(0).getId();
    }

    private String start(String definition) {
        return start(definition, city);
    }

    private String start(String definition, String municipality) {
        return runtime.createProcessInstanceById(definition)
                .businessKey("R08-" + UUID.randomUUID())
                .setVariables(new HashMap<>(Map.of("municipalityId", municipality)))
                .execute()
                .getId();
    }

    private MovePlan plan(String source, String target, Map<String, String> mapping) {
        return new MovePlan(city, source, target, mapping);
    }

    private Moved move(String instance, String source, String target) {
        return moves.move(instance, plan(source, target, Map.of()));
    }

    private Kind kind(String instance, String source, String target) {
        return moves.verdicts(plan(source, target, Map.of())).all().stream()
                .filter(v -> v.instanceId().equals(instance))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private String runsOn(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
    }

    private void complete(Task task) {
        recorded.add(task.getId());
        tasks.complete(task.getId());
    }

    private Task only(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private Task task(String instance, String step) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step)
                .singleResult();
    }

    private List<String> names(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getName)
                .toList();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(l -> l.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private List<Job> timers(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static LocalDateTime local(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), TOKYO);
    }
}
