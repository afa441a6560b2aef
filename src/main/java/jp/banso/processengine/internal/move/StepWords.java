package jp.banso.processengine.internal.move;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.banso.processengine.FirstHolder;
import jp.banso.processengine.FirstHolder.NewTask;
import jp.banso.processengine.internal.ModelFunctions;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Gives open steps what their new model says: the engine itself keeps name, date, priority and candidates of the old
 * one. A date is counted anew, from the day the step began, only when its rule has changed: another date may have been
 * set by hand.
 */
public final class StepWords {

    private final @Nullable FirstHolder holders;

    public StepWords(@Nullable FirstHolder holders) {
        this.holders = holders;
    }

    /** A step and what was changed by the move besides its words. */
    public record Change(
            String taskId,
            @Nullable Long dueBefore,
            @Nullable Long dueAfter,
            @Nullable String holderBefore,
            @Nullable String holderAfter) {}

    /** The old model's rules of each open step. */
    record Old(@Nullable TaskDefinition definition, Set<String> groups) {}

    Map<String, Old> before(CommandContext context, String instanceId) {
        var old = new HashMap<String, Old>();
        for (var task : context.getTaskManager().findTasksByProcessInstanceId(instanceId)) {
            var definition = task.getTaskDefinition();
            old.put(task.getId(), within(task, () -> new Old(definition, groups(definition, task))));
        }
        return old;
    }

    List<Change> rewrite(CommandContext context, String instanceId, Map<String, Old> before) {
        var changes = new ArrayList<Change>();
        for (var task : context.getTaskManager().findTasksByProcessInstanceId(instanceId)) {
            var old = before.get(task.getId());
            var definition = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(task.getProcessDefinitionId())
                    .getTaskDefinitions()
                    .get(task.getTaskDefinitionKey());
            if (old != null && definition != null) {
                changes.add(within(task, () -> rewrite(task, old, definition)));
            }
        }
        return changes;
    }

    private Change rewrite(TaskEntity task, Old old, TaskDefinition now) {
        var due = task.getDueDate();
        var holder = task.getAssignee();
        task.setName(text(now.getNameExpression(), task));
        task.setDescription(text(now.getDescriptionExpression(), task));
        if (now.getPriorityExpression() != null) {
            task.setPriority(Integer.parseInt(Objects.requireNonNull(text(now.getPriorityExpression(), task))));
        } else if (old.definition() != null && old.definition().getPriorityExpression() != null) {
            task.setPriority(Task.PRIORITY_NORMAL);
        }
        if (old.definition() == null || !rule(old.definition()).equals(rule(now))) {
            task.setDueDate(due(now, task));
        }
        candidates(task, old, groups(now, task));
        return new Change(task.getId(), millis(due), millis(task.getDueDate()), holder, task.getAssignee());
    }

    /** Groups added by hand stay. Whoever holds it keeps it as long as the new roles allow that. */
    private void candidates(TaskEntity task, Old old, Set<String> groups) {
        if (groups.equals(old.groups())) {
            return;
        }
        var present = new TreeSet<String>();
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .forEach(present::add);
        present.stream()
                .filter(g -> old.groups().contains(g) && !groups.contains(g))
                .forEach(task::deleteCandidateGroup);
        groups.stream().filter(g -> !present.contains(g)).forEach(task::addCandidateGroup);
        if (task.getAssignee() == null || holders == null) {
            return;
        }
        var execution = (ExecutionEntity) task.getExecution();
        var key = execution.getVariable("caseNo") instanceof String no ? no : execution.getProcessBusinessKey();
        if (key == null) {
            return;
        }
        var fresh = new NewTask(key, task.getProcessDefinitionId(), task.getTaskDefinitionKey(), List.copyOf(groups));
        if (!holders.mayHold(task.getAssignee(), fresh)) {
            task.setAssignee(holders.holderOf(fresh).orElse(null));
        }
    }

    private static Set<String> groups(@Nullable TaskDefinition definition, TaskEntity task) {
        var groups = new TreeSet<String>();
        if (definition != null) {
            for (var expression : definition.getCandidateGroupIdExpressions()) {
                var value = expression.getValue(task.getExecution());
                if (value instanceof Collection<?> many) {
                    many.forEach(one -> groups.add(String.valueOf(one)));
                } else if (value != null) {
                    groups.addAll(List.of(String.valueOf(value).split("\\s*,\\s*")));
                }
            }
        }
        return groups;
    }

    private static String rule(TaskDefinition definition) {
        var expression = definition.getDueDateExpression();
        return expression == null ? "" : expression.getExpressionText().strip();
    }

    private static @Nullable Date due(TaskDefinition definition, TaskEntity task) {
        var expression = definition.getDueDateExpression();
        if (expression == null) {
            return null;
        }
        var value = ModelFunctions.asOf(task.getCreateTime(), () -> expression.getValue(task.getExecution()));
        return value instanceof Date date
                ? date
                : value == null
                        ? null
                        : Context.getProcessEngineConfiguration()
                                .getBusinessCalendarManager()
                                .getBusinessCalendar(DueDateBusinessCalendar.NAME)
                                .resolveDuedate(String.valueOf(value), task.getCreateTime());
    }

    private static @Nullable String text(@Nullable Expression expression, TaskEntity task) {
        return expression == null ? null : Objects.toString(expression.getValue(task.getExecution()), null);
    }

    static <T> T within(TaskEntity task, Supplier<T> work) {
        Context.setExecutionContext((ExecutionEntity) task.getExecution());
        try {
            return work.get();
        } finally {
            Context.removeExecutionContext();
        }
    }

    static @Nullable Long millis(@Nullable Date date) {
        return date == null ? null : date.getTime();
    }

    /**
     * After a way back: dates and holders are what they were before the way there, unless somebody has changed them since.
     *
     * @param there what the way there changed
     * @param back what the way back changed
     */
    static void restore(CommandContext context, String instanceId, List<Change> there, List<Change> back) {
        var first = there.stream().collect(Collectors.toMap(Change::taskId, Function.identity()));
        var second = back.stream().collect(Collectors.toMap(Change::taskId, Function.identity()));
        for (var task : context.getTaskManager().findTasksByProcessInstanceId(instanceId)) {
            var before = first.get(task.getId());
            var now = second.get(task.getId());
            if (before != null && now != null) {
                var due = isSame(before.dueAfter(), now.dueBefore()) ? before.dueBefore() : now.dueBefore();
                task.setDueDate(due == null ? null : new Date(due));
                task.setAssignee(
                        Objects.equals(before.holderAfter(), now.holderBefore())
                                ? before.holderBefore()
                                : now.holderBefore());
            }
        }
    }

    /** MariaDB keeps the engine's dates by the second. */
    private static boolean isSame(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? Objects.equals(one, other) : Math.abs(one - other) <= 1000;
    }
}
