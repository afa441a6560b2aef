package jp.banso.processengine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.processengine.DueDates;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** The guards of the living engine on an engine for rehearsals: every answer counts as recorded, nobody is given a task. */
public final class RehearsalGuards {

    private RehearsalGuards() {}

    /** @param steps what the step beans are in the rehearsal */
    public static void on(
            ProcessEngineConfigurationImpl engine,
            Map<Object, Object> steps,
            DueDates dueDates,
            BpmnParseListener recorder) {
        new EngineGuard(steps, new EveryModel(() -> taskId -> true, () -> null), new Nobody(), () -> dueDates)
                .preInit(engine);
        List<BpmnParseListener> listeners = new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(recorder);
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Nobody implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {}

        @Override
        public void handleEvents(List<HistoryEvent> events) {}
    }
}
