package jp.banso.formrecord;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.banso.processengine.TaskChangeListener;
import jp.banso.worklist.Worklist;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Steps that a timer or a message has brought: the case moves to their stage, and whoever knows the case has them, as
 * after a step that someone completed. Runs after the queue's own rows are written.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NewSteps implements TaskChangeListener {

    private final Worklist worklist;
    private final CaseProgress progress;

    NewSteps(Worklist worklist, CaseProgress progress) {
        this.worklist = worklist;
        this.progress = progress;
    }

    @Override
    public void tasksChanged(SortedSet<String> taskIds) {
        Map<String, Set<String>> arrived = new TreeMap<>();
        taskIds.forEach(id -> worklist.lock(id)
                .filter(item -> item.version() == 1
                        && item.assignee() == null
                        && !item.officeId().isEmpty())
                .ifPresent(item -> arrived.computeIfAbsent(item.caseNo(), key -> new TreeSet<>())
                        .add(id)));
        arrived.forEach(progress::arrived);
    }
}
