package jp.banso.meeting.process;

import jp.banso.meeting.Agendas;
import jp.banso.processengine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;

/** Collects the cases in which support began before the meeting, so that each is reported. */
@ProcessStep(
        title = "先行開始したケースを集める",
        sets = {"preStartCases"})
class CollectPreStarts implements JavaDelegate {

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
}
