package jp.banso.processengine.internal.rehearsal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.banso.processengine.Rehearsal.Mark;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Writes down every node and flow that is reached, and stops what has no end. */
final class Recorder extends AbstractBpmnParseListener {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int MOST_MARKS = 5_000;
    private static final String MANY = "#multiInstanceBody";

    private final List<Mark> marks = new ArrayList<>();
    private long deadline = Long.MAX_VALUE;

    /** It would go on for ever, or too long. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    /** Begins anew. */
    void begin(long deadlineNanos) {
        marks.clear();
        deadline = deadlineNanos;
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listen(definition);
    }

    private void listen(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::reached);
            activity.getOutgoingTransitions()
                    .forEach(way -> ((org.camunda.bpm.engine.impl.pvm.process.TransitionImpl) way)
                            .addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::taken));
            listen(activity);
        }
    }

    private void reached(DelegateExecution execution) {
        var id = execution.getCurrentActivityId();
        if (id != null && !id.endsWith(MANY)) {
            mark(execution, id, false);
        }
    }

    private void taken(DelegateExecution execution) {
        mark(execution, execution.getCurrentTransitionId(), true);
    }

    private void mark(DelegateExecution execution, @Nullable String id, boolean flow) {
        refuseTooMuch();
        var process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        marks.add(new Mark(
                process,
                String.valueOf(id),
                flow,
                LocalDateTime.ofInstant(ClockUtil.now().toInstant(), TOKYO)));
    }

    /** Also asked before each job, because a timer that always comes again passes no limit of the engine's. */
    void refuseTooMuch() {
        if (marks.size() >= MOST_MARKS) {
            throw new TooMuch("同じところを終わりなく回っています（%d回進んだところで止めました）。".formatted(MOST_MARKS));
        }
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
            throw new TooMuch("決まった秒数で終わらなかったので、止めました。");
        }
    }
}
