package jp.banso.processengine.internal.move;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.banso.processengine.internal.ModelFunctions;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.jspecify.annotations.Nullable;

/**
 * Timers of a process that is moved. Pending ones keep their date; those whose duration or date is another in the target
 * count from when they began; a changed cycle begins anew. A timer that has fired is not set again: the engine sets
 * those of event sub-processes once more, so they are taken away. A timer that only the target has begins now.
 */
public final class Timers {

    private static final String CYCLE = "timeCycle";

    private Timers() {}

    /**
     * A pending timer.
     *
     * @param due and began in milliseconds
     */
    public record Pending(
            String jobId,
            String activityId,
            String executionId,
            @Nullable Long due,
            @Nullable Long began,
            @Nullable String repeat) {}

    public static List<Pending> of(CommandContext context, String instanceId) {
        return timers(context, instanceId).stream()
                .map(timer -> new Pending(
                        timer.getId(),
                        timer.getActivityId(),
                        String.valueOf(timer.getExecutionId()),
                        StepWords.millis(timer.getDuedate()),
                        StepWords.millis(timer.getCreateTime()),
                        timer.getRepeat()))
                .sorted(Comparator.comparing(Pending::activityId)
                        .thenComparing(Pending::due, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** Ids of executions that were there before the move and sub-processes that were open. */
    public record Standing(Set<String> executions, Set<String> scopes) {}

    public static Standing standing(CommandContext context, String instanceId, ModelGraph source) {
        var executions = new HashSet<String>();
        var scopes = new HashSet<String>();
        for (var execution : context.getExecutionManager().findExecutionsByProcessInstanceId(instanceId)) {
            executions.add(execution.getId());
            if (execution.getActivityId() != null) {
                scopes.add(execution.getActivityId());
                scopes.addAll(source.around(execution.getActivityId()));
            }
        }
        return new Standing(executions, scopes);
    }

    /** Runs in a command after the one that moved the process: only then are the engine's new timers there to be read. */
    public static void settle(
            CommandContext context,
            String instanceId,
            List<Pending> before,
            Standing stood,
            Ways ways,
            ModelGraph source,
            ModelGraph target) {
        var old = new HashMap<String, Pending>();
        before.forEach(pending -> old.put(pending.jobId(), pending));
        for (var timer : timers(context, instanceId)) {
            var pending = old.get(timer.getId());
            if (pending == null) {
                if (hadItsTurn(timer, stood, ways, source)) {
                    timer.delete();
                }
            } else if (!Objects.equals(rule(source, pending.activityId()), rule(target, timer.getActivityId()))) {
                countAnew(context, timer, rule(target, timer.getActivityId()));
            }
        }
    }

    /** The same timer could run in the source where the process stood, and did not any more. */
    private static boolean hadItsTurn(TimerEntity timer, Standing stood, Ways ways, ModelGraph source) {
        if (!stood.executions().contains(timer.getExecutionId())) {
            return false;
        }
        return ways.sourcesOf(timer.getActivityId()).stream()
                .flatMap(id -> source.around(id).stream().limit(1))
                .filter(source::isEventTriggered)
                .anyMatch(sub -> stood.scopes()
                        .containsAll(source.around(sub).stream().limit(1).toList()));
    }

    private static void countAnew(CommandContext context, TimerEntity timer, @Nullable String rule) {
        var declaration = declaration(context, timer);
        if (declaration == null) {
            return;
        }
        var execution = timer.getExecution();
        Context.setExecutionContext(execution);
        try {
            if (rule != null && rule.startsWith(CYCLE)) {
                declaration.updateJob(timer);
            } else {
                timer.setRepeat(null);
                ModelFunctions.asOf(
                        timer.getCreateTime(), () -> declaration.resolveAndSetDuedate(execution, timer, true));
            }
        } finally {
            Context.removeExecutionContext();
        }
    }

    private static @Nullable TimerDeclarationImpl declaration(CommandContext context, TimerEntity timer) {
        var activity = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(timer.getProcessDefinitionId())
                .findActivity(timer.getActivityId());
        return activity == null
                ? null
                : TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                        .get(timer.getActivityId());
    }

    private static @Nullable String rule(ModelGraph graph, String activityId) {
        var part = graph.find(activityId);
        return part == null ? null : part.timer();
    }

    /** After a way back: exactly the timers that were pending before the way there, with their dates. */
    public static void restore(CommandContext context, String instanceId, List<Pending> wanted) {
        Map<String, List<Pending>> open = new HashMap<>();
        wanted.forEach(p ->
                open.computeIfAbsent(p.activityId(), id -> new ArrayList<>()).add(p));
        var timers = timers(context, instanceId);
        timers.sort(Comparator.comparing(TimerEntity::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
        for (var timer : timers) {
            var same = open.getOrDefault(timer.getActivityId(), new ArrayList<>());
            if (same.isEmpty()) {
                timer.delete();
                continue;
            }
            var pending = same.stream()
                    .filter(p -> p.jobId().equals(timer.getId()))
                    .findFirst()
                    .orElse(same.get(0));
            same.remove(pending);
            timer.setDuedate(date(pending.due()));
            timer.setCreateTime(date(pending.began()));
            timer.setRepeat(pending.repeat());
        }
    }

    private static @Nullable Date date(@Nullable Long millis) {
        return millis == null ? null : new Date(millis);
    }

    private static List<TimerEntity> timers(CommandContext context, String instanceId) {
        var timers = new ArrayList<TimerEntity>();
        context.getJobManager().findJobsByProcessInstanceId(instanceId).forEach(job -> {
            if (job instanceof TimerEntity timer) {
                timers.add(timer);
            }
        });
        return timers;
    }
}
