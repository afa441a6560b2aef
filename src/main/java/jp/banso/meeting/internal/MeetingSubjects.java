package jp.banso.meeting.internal;

import java.util.List;
import java.util.Optional;
import jp.banso.worklist.WorkSubject;
import org.springframework.stereotype.Component;

/** Shows meetings in the queue, as 第15回 支援調整会議. */
@Component
class MeetingSubjects implements WorkSubject.Source {

    private final MeetingMapper meetings;

    MeetingSubjects(MeetingMapper meetings) {
        this.meetings = meetings;
    }

    @Override
    public Optional<WorkSubject> subject(String businessKey) {
        return businessKey.startsWith("M-")
                ? meetings.find(businessKey)
                        .map(meeting -> new WorkSubject(
                                meeting.meetingId(),
                                meeting.municipalityId(),
                                meeting.officeId(),
                                meeting.title(),
                                "",
                                null,
                                null,
                                List.of(new WorkSubject.Grant(meeting.officeId(), "municipal")),
                                0))
                : Optional.empty();
    }
}
