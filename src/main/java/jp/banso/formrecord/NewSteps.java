package jp.banso.formrecord;

import java.util.Optional;
import java.util.SortedSet;
import jp.banso.processengine.TaskChangeListener;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Steps that a timer or a message has brought: the case moves to their stage, as after a step that someone completed.
 * Runs after the queue's own rows are written.
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
        taskIds.stream()
                .map(worklist::lock)
                .flatMap(Optional::stream)
                .filter(item -> item.version() == 1 && !item.officeId().isEmpty())
                .map(WorkItem::caseNo)
                .distinct()
                .sorted()
                .forEach(progress::follow);
    }
}
