package jp.banso.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often and where a meeting is held (domain/cadences.md E).
 *
 * @param weeks which of its weekday in the month, from 1
 */
public record MeetingDay(String name, List<Integer> weeks, DayOfWeek day, String startsAt, String place) {

    public static final String FILE = "settings/meetings.settings";

    private static final int DAYS_OF_WEEK = 7;
    private static final int A_YEAR = 366;

    /** The meetings of a file without faults. */
    public static List<MeetingDay> of(SettingsFile file) {
        return file.rows().stream().map(MeetingDay::of).toList();
    }

    private static MeetingDay of(SettingsFile.Row row) {
        return new MeetingDay(
                row.get("name"),
                Arrays.stream(row.get("weeks").split(",")).map(Integer::valueOf).toList(),
                DayOfWeek.of(Integer.parseInt(row.get("day"))),
                row.get("startsAt"),
                row.get("place"));
    }

    /** Its days from this one on, soonest first; whether the office is open is not asked here. */
    public Stream<LocalDate> from(LocalDate first) {
        return first.datesUntil(first.plusDays(A_YEAR))
                .filter(date -> date.getDayOfWeek() == day)
                .filter(date -> weeks.contains((date.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1));
    }
}
