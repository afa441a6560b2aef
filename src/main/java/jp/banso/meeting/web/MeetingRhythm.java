package jp.banso.meeting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.people.Member;
import jp.banso.settings.MeetingDay;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsSchema;
import org.springframework.stereotype.Component;

/** When the next meeting would be held as the municipality has settled it; a day on which the office is closed moves on. */
@Component
class MeetingRhythm {

    private final Settings settings;
    private final Meetings meetings;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MeetingRhythm(Settings settings, Meetings meetings, WorkingCalendar calendar, Clock clock) {
        this.settings = settings;
        this.meetings = meetings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A form for the next day on which nothing is planned yet; empty where nothing is settled. */
    MeetingForm next(Member member) {
        Set<LocalDate> planned = meetings.of(member).stream()
                .filter(Meeting::planned)
                .map(Meeting::heldOn)
                .collect(Collectors.toSet());
        return settled(member).stream()
                .flatMap(each -> each.from(LocalDate.now(clock).plusDays(1))
                        .map(day -> open(day, member))
                        .filter(day -> !planned.contains(day))
                        .limit(1)
                        .map(day -> new Next(each, day)))
                .min(Comparator.comparing(Next::day))
                .map(next -> new MeetingForm(
                        ShortDates.text(next.day()),
                        next.meeting().startsAt(),
                        next.meeting().place(),
                        "regular",
                        null))
                .orElse(MeetingForm.EMPTY);
    }

    /** A form for a meeting about one case as soon as the office is open again, where the last one was held. */
    MeetingForm urgent(Member member, String caseNo) {
        LocalDate day = open(LocalDate.now(clock).plusDays(1), member);
        String place =
                meetings.of(member).stream().findFirst().map(Meeting::place).orElse("");
        return new MeetingForm(ShortDates.text(day), MeetingForm.EMPTY.startsAt(), place, "urgent", caseNo);
    }

    /** The rhythm in words, one line each. */
    List<String> words(Member member) {
        return settings.file(MeetingDay.FILE, member.municipalityId()).stream()
                .flatMap(file -> file.rows().stream())
                .map(row -> SettingsSchema.of(MeetingDay.FILE).orElseThrow().words(row))
                .toList();
    }

    private record Next(MeetingDay meeting, LocalDate day) {}

    private List<MeetingDay> settled(Member member) {
        return settings.file(MeetingDay.FILE, member.municipalityId())
                .map(MeetingDay::of)
                .orElse(List.of());
    }

    private LocalDate open(LocalDate day, Member member) {
        String office = member.caseOfficeIds().stream().findFirst().orElse("");
        return calendar.nextOpen(day, office);
    }
}
