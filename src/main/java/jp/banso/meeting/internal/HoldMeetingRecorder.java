package jp.banso.meeting.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepOutcome.CaseMessage;
import jp.banso.formrecord.StepRecorder;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Minutes;
import jp.banso.people.People;
import jp.banso.text.RowId;
import jp.banso.worklist.StepTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holding the meeting: every case hears its result and goes on; a held case waits for the next meeting. */
@Component
class HoldMeetingRecorder implements StepRecorder {

    private final MeetingMapper meetings;
    private final AgendaMapper agenda;
    private final CaseFiles cases;
    private final People people;

    HoldMeetingRecorder(MeetingMapper meetings, AgendaMapper agenda, CaseFiles cases, People people) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.cases = cases;
        this.people = people;
    }

    @Override
    public Set<String> steps() {
        return Set.of("holdMeeting");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        var meeting = meetings.lock(step.businessKey()).orElseThrow();
        var items = agenda.ofMeeting(meeting.meetingId());
        var missing = Minutes.missing(items, caseNo -> cases.require(caseNo).displayName());
        if (!missing.isEmpty()) {
            throw new StepRefused(missing);
        }
        var chair = step.answer().text("chair").orElse(null);
        var clerk = step.answer().text("recorder").orElse(null);
        if (meetings.confirm(meeting.meetingId(), step.by().username(), step.at(), chair, clerk) == 0) {
            throw new StepTaken("この会議はもう確定しています。", meeting.confirmedBy(), meeting.confirmedAt());
        }
        agenda.close(meeting.meetingId());
        var messages = new ArrayList<CaseMessage>();
        for (var item : items) {
            cases.addEvent(event(meeting, item, step));
            messages.add(new CaseMessage(
                    "meeting.resultDecided",
                    item.caseNo(),
                    Map.of("meetingResult", item.resultCode() == null ? "held" : item.resultCode())));
            if ("held".equals(item.resultCode())) {
                carryOver(meeting, item);
            }
        }
        return new StepOutcome(Map.of(), messages);
    }

    /** On the next meeting that is already planned, or back on the waiting list. */
    private void carryOver(Meeting meeting, AgendaItem held) {
        var next = meetings.planned(meeting.municipalityId(), meeting.officeId(), meeting.heldOn()).stream()
                .map(Meeting::meetingId)
                .findFirst()
                .orElse(null);
        agenda.insert(new AgendaItem(
                RowId.next(),
                next,
                held.municipalityId(),
                held.officeId(),
                held.caseNo(),
                next == null ? 0 : agenda.lastAgendaNo(next) + 1,
                held.topic(),
                held.pointText(),
                held.preStart(),
                null,
                null,
                null,
                held.conditionText(),
                null,
                null,
                false));
    }

    private NewCaseEvent event(Meeting meeting, AgendaItem item, CompletedStep step) {
        var details = Stream.of(
                        detail("会議", meeting.title() + "（" + JapaneseDate.full(meeting.heldOn()) + "）"),
                        detail("結果", item.resultName()),
                        detail("責任者", item.responsible() == null ? null : people.nameOf(item.responsible())),
                        detail("期限", item.untilOn() == null ? null : JapaneseDate.full(item.untilOn())),
                        detail("条件・役割の分担", item.conditionText()))
                .flatMap(List::stream)
                .toList();
        var summary = details.stream()
                .skip(2)
                .map(d -> d.label() + " " + d.text())
                .reduce((a, b) -> a + "　" + b)
                .orElse(null);
        return new NewCaseEvent(
                item.caseNo(),
                step.at(),
                "step",
                step.step(),
                "支援調整会議で「" + item.resultName() + "」になった",
                summary,
                details,
                step.by().username(),
                step.recordId(),
                true);
    }

    private static List<Detail> detail(String label, @Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(new Detail(label, text, "story"));
    }
}
