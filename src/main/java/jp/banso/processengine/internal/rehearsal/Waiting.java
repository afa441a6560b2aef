package jp.banso.processengine.internal.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jp.banso.processengine.Rehearsal.Choice;
import jp.banso.processengine.Scenario.Kind;
import jp.banso.processengine.internal.OwnTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** What the processes of a rehearsal wait for, and how it comes. */
final class Waiting {

    private static final int LONGEST_DAYS = 1_830;
    private static final int MOST_JOBS = 1_000;

    private final ProcessEngine engine;
    private final Recorder recorder;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> timers = new HashMap<>();

    Waiting(ProcessEngine engine, Recorder recorder) {
        this.engine = engine;
        this.recorder = recorder;
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .list()
                .forEach(definition -> keys.put(definition.getId(), definition.getKey()));
        engine.getManagementService()
                .createJobDefinitionQuery()
                .list()
                .forEach(definition -> timers.put(
                        definition.getId(), definition.getProcessDefinitionKey() + "/" + definition.getActivityId()));
    }

    /** Open steps as {@code process/node}. */
    List<String> steps() {
        return tasks().stream().map(this::place).distinct().toList();
    }

    @Nullable
    Task task(String place) {
        return tasks().stream()
                .filter(task -> place(task).equals(place))
                .findFirst()
                .orElse(null);
    }

    private List<Task> tasks() {
        var tasks = new ArrayList<>(engine.getTaskService().createTaskQuery().list());
        tasks.sort(Comparator.comparing(this::place));
        return tasks;
    }

    private String place(Task task) {
        return keys.get(task.getProcessDefinitionId()) + "/" + task.getTaskDefinitionKey();
    }

    /** Hands a message to all that wait for it, callers first; false when nobody does. */
    boolean deliver(String message, Map<String, @Nullable Object> facts) {
        var all = subscriptions().stream()
                .filter(each -> message.equals(each.getEventName()))
                .toList();
        for (var each : all) {
            if (subscriptions().stream().anyMatch(other -> other.getId().equals(each.getId()))) {
                engine.getRuntimeService().messageEventReceived(message, each.getExecutionId(), new HashMap<>(facts));
                settle();
            }
        }
        return !all.isEmpty();
    }

    private List<EventSubscription> subscriptions() {
        var depth = new HashMap<String, Integer>();
        var runtime = engine.getRuntimeService();
        for (ProcessInstance each : runtime.createProcessInstanceQuery().list()) {
            var at = 0;
            for (var caller = caller(each); caller != null; caller = caller(caller)) {
                at++;
            }
            depth.put(each.getId(), at);
        }
        var all = new ArrayList<>(
                runtime.createEventSubscriptionQuery().eventType("message").list());
        all.removeIf(each -> each.getExecutionId() == null);
        all.sort(Comparator.comparing((EventSubscription each) -> depth.getOrDefault(each.getProcessInstanceId(), 0))
                .thenComparing(EventSubscription::getActivityId));
        return all;
    }

    private @Nullable ProcessInstance caller(ProcessInstance called) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .subProcessInstanceId(called.getId())
                .singleResult();
    }

    /** Lets time pass, job by job, until a timer of this place has run; false when none is set. */
    boolean runUntil(String place) {
        if (timerJobs().stream().noneMatch(job -> place.equals(place(job)))) {
            return false;
        }
        for (int n = 0; n < MOST_JOBS; n++) {
            var next = timerJobs().stream().findFirst();
            if (next.isEmpty()) {
                return true;
            }
            run(next.get());
            if (place.equals(place(next.get()))) {
                return true;
            }
        }
        throw new Recorder.TooMuch("時計を進めても、終わりなく同じ知らせが来ます。");
    }

    /** Lets days pass, job by job. */
    void pass(int days) {
        var end = ClockUtil.now().toInstant().plus(Duration.ofDays(Math.min(days, LONGEST_DAYS)));
        for (int n = 0; n < MOST_JOBS; n++) {
            var next = timerJobs().stream()
                    .filter(job -> !job.getDuedate().toInstant().isAfter(end))
                    .findFirst();
            if (next.isEmpty()) {
                OwnTime.enter(later(end));
                return;
            }
            run(next.get());
        }
        throw new Recorder.TooMuch("時計を進めても、終わりなく同じ知らせが来ます。");
    }

    private void run(Job job) {
        recorder.refuseTooMuch();
        OwnTime.enter(later(job.getDuedate().toInstant().plusSeconds(1))); // exactly then a cycle would fire for ever
        engine.getManagementService().executeJob(job.getId());
        settle();
    }

    private static Instant later(Instant moment) {
        var now = ClockUtil.now().toInstant();
        return moment.isAfter(now) ? moment : now;
    }

    /** Runs what only waits for a hand that runs it. */
    void settle() {
        for (int n = 0; n < MOST_JOBS; n++) {
            var job = engine.getManagementService().createJobQuery().messages().list().stream()
                    .findFirst();
            if (job.isEmpty()) {
                return;
            }
            recorder.refuseTooMuch();
            engine.getManagementService().executeJob(job.get().getId());
        }
    }

    private List<Job> timerJobs() {
        var jobs = new ArrayList<>(
                engine.getManagementService().createJobQuery().timers().active().list());
        jobs.removeIf(job -> job.getProcessInstanceId() == null || job.getDuedate() == null);
        jobs.sort(Comparator.comparing(Job::getDuedate).thenComparing(this::place));
        return jobs;
    }

    private String place(Job job) {
        return timers.getOrDefault(job.getJobDefinitionId(), "");
    }

    /** What can happen next: steps, then timers by their time, then messages. */
    List<Choice> choices() {
        var choices = new LinkedHashSet<Choice>();
        steps().forEach(place -> choices.add(new Choice(Kind.STEP, place, place, null)));
        timerJobs()
                .forEach(job -> choices.add(new Choice(Kind.UNTIL, place(job), place(job), local(job.getDuedate()))));
        subscriptions()
                .forEach(each -> choices.add(new Choice(
                        Kind.MESSAGE, each.getEventName(), process(each) + "/" + each.getActivityId(), null)));
        return List.copyOf(choices);
    }

    private String process(EventSubscription subscription) {
        return keys.getOrDefault(
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(subscription.getProcessInstanceId())
                        .singleResult()
                        .getProcessDefinitionId(),
                "");
    }

    private static LocalDateTime local(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), Recorder.TOKYO);
    }

    /** Takes everything away, so that the next scenario finds nothing. */
    void clear() {
        var runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "over", true));
    }
}
