package jp.banso.meeting.process;

import java.util.List;
import java.util.Map;
import jp.banso.meeting.Agendas;
import jp.banso.processengine.ProcessStep;
import jp.banso.processengine.RehearsedStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Collects the cases in which support began before the meeting, so that each is reported. */
@ProcessStep(
        title = "先行開始したケースを集める",
        sets = {"preStartCases"})
class CollectPreStarts implements JavaDelegate, RehearsedStep {

    private final Agendas agendas;

    CollectPreStarts(Agendas agendas) {
        this.agendas = agendas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var cases = agendas.preStarts(execution.getProcessBusinessKey());
        execution.setVariable(
                "preStartCases", Variables.objectValue(cases, true).create());
    }

    /** As if no case had begun before the meeting; a scenario may name some. */
    @Override
    public Map<String, @Nullable Object> tells(Rehearsed process) {
        return Map.of("preStartCases", List.of());
    }
}
