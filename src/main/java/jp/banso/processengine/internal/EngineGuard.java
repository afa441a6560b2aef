package jp.banso.processengine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.banso.processengine.DueDates;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.jspecify.annotations.Nullable;

/** The one plug-in on which every guard of the engine hangs. */
class EngineGuard extends AbstractProcessEnginePlugin {

    private final Map<Object, Object> steps;
    private final BpmnParseListener everyModel;
    private final HistoryEventHandler touchedTasks;
    private final Supplier<@Nullable DueDates> dueDates;

    EngineGuard(
            Map<Object, Object> steps,
            BpmnParseListener everyModel,
            HistoryEventHandler touchedTasks,
            Supplier<@Nullable DueDates> dueDates) {
        this.steps = steps;
        this.everyModel = everyModel;
        this.touchedTasks = touchedTasks;
        this.dueDates = dueDates;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ModelFunctions.use(engine, dueDates);
        code(engine);
        data(engine);
        time(engine);
        hooks(engine);
    }

    private void code(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(steps);
        engine.setExpressionManager(new GuardedExpressionManager(steps));
        engine.setScriptFactory(new NoScriptFactory());
        engine.setScriptEngineResolver(new NoScriptEngines());
        engine.setArtifactFactory(new NoArtifactFactory());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDmnEngineConfiguration(FeelDecisions.configuration());
    }

    private void data(ProcessEngineConfigurationImpl engine) {
        engine.setVariableTypes(new PlainVariables());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationAllowedClasses("");
        engine.setDeserializationAllowedPackages("");
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setQueryMaxResultsLimit(1000);
        engine.setTenantIdProvider(new MunicipalityTenants());
        engine.setHistoryTimeToLive("P1825D"); // days only: the engine does not start with P5Y
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupJobLogTimeToLive("P180D");
        engine.setTaskMetricsEnabled(false);
    }

    private static void time(ProcessEngineConfigurationImpl engine) {
        engine.setBusinessCalendarManager(new GuardedCalendars());
        engine.setFailedJobCommandFactory(new GuardedRetries());
        engine.setFailedJobRetryTimeCycle(GuardedRetries.RETRIES);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("04:00");
        engine.setHistoryCleanupDegreeOfParallelism(1);
    }

    private void hooks(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            engine.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(everyModel);
        List<HistoryEventHandler> handlers = engine.getCustomHistoryEventHandlers();
        if (handlers == null) {
            handlers = new ArrayList<>();
            engine.setCustomHistoryEventHandlers(handlers);
        }
        handlers.add(touchedTasks);
    }
}
