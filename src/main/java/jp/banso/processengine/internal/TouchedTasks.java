package jp.banso.processengine.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.banso.processengine.ChangedTasks;
import jp.banso.processengine.TaskChangeListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the ids of the tasks touched in a transaction and tells the listeners once, before it commits: by then the
 * engine has written its rows, and no error event of a model can swallow a failure. History events also hear migration
 * and removed candidate groups, which task listeners do not.
 */
class TouchedTasks implements HistoryEventHandler, ChangedTasks {

    private final Supplier<Stream<TaskChangeListener>> listeners;

    TouchedTasks(Supplier<Stream<TaskChangeListener>> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        var taskId = taskId(event);
        if (taskId != null && TransactionSynchronizationManager.isSynchronizationActive()) {
            round().touch(taskId, event);
        }
    }

    @Override
    public SortedSet<String> pending() {
        return isAtWork() || !(TransactionSynchronizationManager.getResource(this) instanceof Round round)
                ? Collections.emptySortedSet()
                : new TreeSet<>(round.ids);
    }

    @Override
    public void touch(Collection<String> taskIds) {
        if (!taskIds.isEmpty()) {
            round().ids.addAll(taskIds);
        }
    }

    @Override
    public void settled(String taskId) {
        if (!isAtWork() && TransactionSynchronizationManager.getResource(this) instanceof Round round) {
            round.ids.remove(taskId);
            round.born.remove(taskId);
        }
    }

    @Override
    public boolean isNew(String taskId) {
        return TransactionSynchronizationManager.getResource(this) instanceof Round round
                && round.born.contains(taskId);
    }

    @Override
    public boolean isOver(String taskId) {
        return TransactionSynchronizationManager.getResource(this) instanceof Round round
                && round.over.contains(taskId);
    }

    /** Within a command what the engine will write is known to itself only. */
    private static boolean isAtWork() {
        return Context.getCommandContext() != null;
    }

    private static @Nullable String taskId(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            return task.getTaskId();
        }
        return event instanceof HistoricIdentityLinkLogEventEntity link ? link.getTaskId() : null;
    }

    private Round round() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Round round) {
            return round;
        }
        var round = new Round();
        TransactionSynchronizationManager.bindResource(this, round);
        TransactionSynchronizationManager.registerSynchronization(round);
        return round;
    }

    /** One transaction's ids; steps aside while another transaction runs inside. */
    private final class Round implements TransactionSynchronization {

        private final SortedSet<String> ids = new TreeSet<>();
        private final Set<String> born = new HashSet<>();
        private final Set<String> over = new HashSet<>();

        void touch(String taskId, HistoryEvent event) {
            ids.add(taskId);
            if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)) {
                born.add(taskId);
            } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
                over.add(taskId);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!ids.isEmpty()) { // a listener may itself use the engine
                var batch = new TreeSet<>(ids);
                ids.clear();
                listeners.get().forEach(listener -> listener.tasksChanged(batch));
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TouchedTasks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TouchedTasks.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TouchedTasks.this);
        }
    }
}
