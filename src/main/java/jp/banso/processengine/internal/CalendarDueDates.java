package jp.banso.processengine.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import jp.banso.calendar.DueRule;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.PlannedMeetings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Due dates by the working calendar; something is due when the office closes for the day. */
@Component
class CalendarDueDates implements DueDates {

    private static final LocalTime CLOSING = LocalTime.of(17, 15);

    private final WorkingCalendar calendar;
    private final ObjectProvider<PlannedMeetings> meetings;
    private final Clock clock;

    CalendarDueDates(WorkingCalendar calendar, ObjectProvider<PlannedMeetings> meetings, Clock clock) {
        this.calendar = calendar;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public boolean isRule(String rule) {
        try {
            DueRule.parse(rule);
            return true;
        } catch (IllegalArgumentException notARule) {
            return false;
        }
    }

    @Override
    public LocalDateTime due(String rule, @Nullable LocalDate from, @Nullable String officeId) {
        LocalDate start = from == null ? LocalDate.now(clock) : from;
        return calendar.due(DueRule.parse(rule), start, officeId).date().atTime(CLOSING);
    }

    @Override
    public LocalDateTime dueBefore(String rule, LocalDate day, @Nullable String officeId) {
        return calendar.due(DueRule.parse(rule).before(), day, officeId).date().atTime(CLOSING);
    }

    @Override
    public Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId) {
        return meetings.stream().findFirst().flatMap(m -> m.nextMeeting(municipalityId, officeId));
    }
}
