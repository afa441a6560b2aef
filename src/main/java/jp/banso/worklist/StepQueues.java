package jp.banso.worklist;

import java.util.Set;
import jp.banso.people.OncePerTransaction;
import jp.banso.worklist.internal.WorkItemMapper;
import org.springframework.stereotype.Component;

/** The queues in which a step lies, as the current transaction has read or written them since its last lock. */
@Component
class StepQueues {

    private final WorkItemMapper items;
    private final OncePerTransaction<Set<String>> known = new OncePerTransaction<>();

    StepQueues(WorkItemMapper items) {
        this.items = items;
    }

    Set<String> of(String taskId) {
        return known.get(taskId, () -> Set.copyOf(items.queuesOf(taskId)));
    }

    /** A lock was waited for: what was read before may have changed. */
    void forget() {
        known.forget();
    }

    void wrote(String taskId, Set<String> queues) {
        known.remember(taskId, Set.copyOf(queues));
    }
}
