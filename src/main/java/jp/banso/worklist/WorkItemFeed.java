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
import java.util.function.Supplier;
import jp.banso.people.OncePerTransaction;
import jp.banso.processengine.ChangedTasks;
import jp.banso.processengine.FirstHolder.NewTask;
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
import org.springframework.util.function.SingletonSupplier;

/** Rebuilds queue rows from the engine's task table, before the engine's transaction commits (house.md §6). */
@Component
@Order(0)
class WorkItemFeed implements TaskChangeListener {

    /** Sorts steps without a due date behind all others. */
    static final LocalDateTime NEVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final WorkItemMapper items;
    private final PublishedModels models;
    private final Supplier<List<WorkSubject.Source>> sources;
    private final ChangedTasks changed;
    private final OncePerTransaction<Optional<WorkSubject>> subjects = new OncePerTransaction<>();
    private final StepQueues queuesOf;
    private final Clock clock;

    WorkItemFeed(
            WorkItemMapper items,
            StepQueues queuesOf,
            PublishedModels models,
            ObjectProvider<WorkSubject.Source> sources,
            ChangedTasks changed,
            Clock clock) {
        this.items = items;
        this.queuesOf = queuesOf;
        this.changed = changed;
        this.models = models;
        this.sources = SingletonSupplier.of(() -> sources.orderedStream().toList());
        this.clock = clock;
    }

    @Override
    public void tasksChanged(SortedSet<String> taskIds) {
        taskIds.forEach(this::rebuild);
    }

    void rebuild(String taskId) {
        subjects.forget();
        items.engineTask(taskId).ifPresentOrElse(this::write, () -> remove(taskId));
    }

    /** What the rows show of a business key has changed: they are rebuilt once, when the transaction is done with it. */
    void refresh(String businessKey) {
        subjects.forget();
        changed.touch(items.taskIdsOf(businessKey));
    }

    /** Rebuilds what the engine has changed of a business key; tasks of others wait for the commit. */
    void catchUp(String businessKey) {
        for (String taskId : changed.pending()) {
            Optional<EngineTask> task = changed.isOver(taskId) ? Optional.empty() : items.engineTask(taskId);
            if (task.isEmpty()) {
                remove(taskId);
            } else if (businessKey.equals(task.get().key())) {
                write(task.get());
            }
        }
        subjects.forget();
    }

    Optional<Worklist.Place> placeOf(NewTask task) {
        return find(task.businessKey()).map(subject -> {
            List<String> roles = inOrder(task.candidateRoles(), task.definitionId(), task.step());
            Set<String> queues = Queues.roleQueues(subject, roles);
            return new Worklist.Place(Queues.role(queues.iterator().next()), subject.owner(), queues);
        });
    }

    private void remove(String taskId) {
        items.finish(taskId, LocalDateTime.now(clock));
        items.deleteItem(taskId);
        queuesOf.wrote(taskId, Set.of());
        changed.settled(taskId);
    }

    private void write(EngineTask task) {
        WorkSubject subject = subjectOf(task);
        List<String> roles = inOrder(task.roles(), task.definitionId(), task.step());
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
                Queues.office(first),
                subject.officeId(),
                Queues.role(first),
                subject.owner(),
                subject.category(),
                Math.max(task.priority(), subject.priority()),
                now);
        if (changed.isNew(task.taskId()) || items.update(row) == 0) {
            items.insert(row);
        } else {
            items.deleteQueues(task.taskId());
        }
        Set<String> queues = new LinkedHashSet<>(roleQueues);
        queues.addAll(Queues.officeQueues(subject));
        if (task.assignee() != null) {
            queues.add(Queues.ofHolder(task.assignee()));
        }
        items.insertQueues(queueRows(task, queues, row.priority(), now));
        queuesOf.wrote(task.taskId(), queues);
        changed.settled(task.taskId());
    }

    /** Candidates in the order of the model, which names the main role first; those added at run time come last. */
    private List<String> inOrder(List<String> candidates, @Nullable String definitionId, String step) {
        List<String> roles = new ArrayList<>(candidates);
        List<String> ofModel = models.rolesOf(definitionId, step);
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
        String key = task.key();
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
        return subjects.get(key, () -> sources.get().stream()
                .map(s -> s.subject(key))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static String searchKey(WorkSubject subject) {
        return NameKey.of(subject.displayName()) + " " + NameKey.of(subject.kana()) + " " + subject.businessKey();
    }
}
