package jp.banso.meeting.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.banso.meeting.Meeting;
import jp.banso.processengine.PlannedMeetings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the functions of a model when the next meeting is. */
@Component
class MeetingDays implements PlannedMeetings {

    private final MeetingMapper meetings;
    private final Clock clock;

    MeetingDays(MeetingMapper meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId) {
        return meetings.planned(municipalityId, officeId, LocalDate.now(clock)).stream()
                .findFirst()
                .map(Meeting::heldOn);
    }
}
