package jp.banso.worklist;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.TaskChangeListener;
import jp.banso.text.NameKey;
import jp.banso.worklist.internal.EngineTask;
import jp.banso.worklist.internal.QueueRow;
import jp.banso.worklist.internal.WorkItemMapper;
import jp.banso.worklist.internal.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rebuilds queue rows from the engine's task table, before the engine's transaction commits (house.md §6). */
@Component
@Order(0)
class WorkItemFeed implements TaskChangeListener {

    /** Sorts steps without a due date behind all others. */
    static final LocalDateTime NEVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final WorkItemMapper items;
    private final PublishedModels models;
    private final ObjectProvider<WorkSubject.Source> sources;
    private final Clock clock;

    WorkItemFeed(
            WorkItemMapper items, PublishedModels models, ObjectProvider<WorkSubject.Source> sources, Clock clock) {
        this.items = items;
        this.models = models;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void tasksChanged(SortedSet<String> taskIds) {
        taskIds.forEach(this::rebuild);
    }

    void rebuild(String taskId) {
        items.deleteQueues(taskId);
        Optional<EngineTask> task = items.engineTask(taskId);
        if (task.isEmpty()) {
            items.deleteItem(taskId);
            return;
        }
        write(task.get());
    }

    private void write(EngineTask task) {
        WorkSubject subject = subjectOf(task);
        List<String> roles = candidateRoles(task);
        Set<String> roleQueues = Queues.roleQueues(subject, roles);
        String first = roleQueues.iterator().next();
        LocalDateTime now = LocalDateTime.now(clock);
        WorkItemRow row = new WorkItemRow(
                task,
                subject.businessKey(),
                subject.municipalityId(),
                subject.displayName(),
                subject.kana(),
                searchKey(subject),
                first.substring(0, first.indexOf('/')),
                first.substring(first.indexOf('/') + 1),
                subject.owner(),
                subject.category(),
                Math.max(task.priority(), subject.priority()),
                now);
        if (items.update(row) == 0) {
            items.insert(row);
        }
        Set<String> queues = new LinkedHashSet<>(roleQueues);
        queues.addAll(Queues.officeQueues(subject));
        if (task.assignee() != null) {
            queues.add(Queues.ofHolder(task.assignee()));
        }
        items.insertQueues(queueRows(task, queues, row.priority(), now));
    }

    /** Candidates in the order of the model, which names the main role first; those added at run time come last. */
    private List<String> candidateRoles(EngineTask task) {
        List<String> roles = new ArrayList<>(items.candidateRoles(task.taskId()));
        List<String> ofModel = models.rolesOf(task.definitionId(), task.step());
        roles.sort(Comparator.comparingInt(r -> ofModel.contains(r) ? ofModel.indexOf(r) : ofModel.size()));
        return roles;
    }

    private static List<QueueRow> queueRows(EngineTask task, Set<String> queues, int priority, LocalDateTime now) {
        LocalDateTime due = task.dueAt() == null ? NEVER : task.dueAt();
        return queues.stream()
                .map(q ->
                        new QueueRow(q, task.assignee() != null, due, -priority, task.taskId(), task.followUpAt(), now))
                .toList();
    }

    private WorkSubject subjectOf(EngineTask task) {
        String key = task.caseNo() != null ? task.caseNo() : task.businessKey();
        return find(key)
                .orElseGet(() -> new WorkSubject(
                        key == null ? "" : key,
                        task.tenantId() == null ? "" : task.tenantId(),
                        "",
                        "",
                        "",
                        null,
                        null,
                        List.of(),
                        0));
    }

    private Optional<WorkSubject> find(@Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return sources.orderedStream()
                .map(s -> s.subject(key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String searchKey(WorkSubject subject) {
        return NameKey.of(subject.displayName()) + " " + NameKey.of(subject.kana()) + " " + subject.businessKey();
    }
}
