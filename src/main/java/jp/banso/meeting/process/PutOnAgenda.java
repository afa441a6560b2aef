package jp.banso.meeting.process;

import java.util.Map;
import jp.banso.meeting.Agendas;
import jp.banso.processengine.Decisions;
import jp.banso.processengine.ProcessStep;
import jp.banso.processengine.RehearsedStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** Puts the case on the agenda of the next meeting, or on the waiting list when none is planned. */
@ProcessStep(
        title = "支援調整会議の議題にのせる",
        sets = {"daysToMeeting", "agendaMeetingId"})
class PutOnAgenda implements JavaDelegate, RehearsedStep {

    private static final long USUAL_DAYS = 14;

    private final Agendas agendas;
    private final Decisions decisions;

    PutOnAgenda(Agendas agendas, Decisions decisions) {
        this.agendas = agendas;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNo = execution.getProcessBusinessKey();
        var municipalityId = (String) execution.getVariable("municipalityId");
        var placement = agendas.place(caseNo, municipalityId, (String) execution.getVariable("officeId"));
        agendas.markPreStart(
                caseNo, preStart(municipalityId, execution.getVariable("emergency"), placement.daysToMeeting()));
        execution.setVariable("daysToMeeting", placement.daysToMeeting());
        execution.setVariable("agendaMeetingId", placement.meetingId().orElse(null));
    }

    /** As if the next meeting were in two weeks; a scenario may say otherwise. */
    @Override
    public Map<String, @Nullable Object> tells(Rehearsed process) {
        return Map.of("daysToMeeting", USUAL_DAYS);
    }

    /**
     * Whether the meeting has to hear afterwards that support began before it. Only emergency support is known to have
     * begun; the table may still say that this municipality does not start before the meeting.
     */
    private boolean preStart(String municipalityId, @Nullable Object emergency, long daysToMeeting) {
        if (!"yes".equals(emergency)) {
            return false;
        }
        var inputs = Map.of("emergency", emergency, "daysToMeeting", daysToMeeting);
        return decisions.evaluate("pre-start", municipalityId, inputs).containsValue(true);
    }
}
