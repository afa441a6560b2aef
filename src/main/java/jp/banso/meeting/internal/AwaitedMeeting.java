package jp.banso.meeting.internal;

import java.util.Optional;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.Awaited;
import jp.banso.casefile.SupportCase;
import jp.banso.meeting.AgendaItem;
import org.springframework.stereotype.Component;

/** A case that waits for a meeting's result: for which meeting, and when. */
@Component
class AwaitedMeeting implements Awaited {

    private static final String RESULT = "meetingResult";

    private final AgendaMapper agenda;
    private final MeetingMapper meetings;

    AwaitedMeeting(AgendaMapper agenda, MeetingMapper meetings) {
        this.agenda = agenda;
        this.meetings = meetings;
    }

    @Override
    public Optional<What> of(SupportCase supportCase, String activityId) {
        return activityId.equals(RESULT)
                ? agenda.openOfCase(supportCase.caseNo()).stream().findFirst().map(this::what)
                : Optional.empty();
    }

    private What what(AgendaItem item) {
        return Optional.ofNullable(item.meetingId())
                .flatMap(meetings::find)
                .map(m -> new What("支援調整会議（" + JapaneseDate.row(m.heldOn()) + "）", m.heldOn()))
                .orElseGet(() -> new What("次の支援調整会議（日は未定）", null));
    }
}
