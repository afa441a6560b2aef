package jp.banso.worklist;

import java.time.Clock;
import java.time.LocalDate;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days that people settle for later: not over, within a year, and not on a day on which the office is closed. */
@Component
public class DaysAhead {

    private final WorkingCalendar calendar;
    private final Clock clock;

    DaysAhead(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The day itself, or the next open one.
     *
     * @throws CannotTake when it is not after today or too far ahead
     */
    public LocalDate afterToday(LocalDate day, @Nullable String officeId) {
        if (!day.isAfter(LocalDate.now(clock))) {
            throw new CannotTake("明日か、それよりあとの日を入れてください。");
        }
        return open(day, officeId);
    }

    /**
     * The day itself, or the next open one.
     *
     * @throws CannotTake when it is over or too far ahead
     */
    public LocalDate fromToday(LocalDate day, @Nullable String officeId) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new CannotTake("今日か、それよりあとの日を入れてください。");
        }
        return open(day, officeId);
    }

    /** What to say when another day was taken than the one asked for; else nothing. */
    public static String moved(LocalDate asked, LocalDate taken) {
        return asked.equals(taken)
                ? ""
                : "%sは閉庁日なので、%sにしました。".formatted(JapaneseDate.full(asked), JapaneseDate.full(taken));
    }

    private LocalDate open(LocalDate day, @Nullable String officeId) {
        if (day.isAfter(LocalDate.now(clock).plusYears(1))) {
            throw new CannotTake("1年以内の日を入れてください。");
        }
        return calendar.nextOpen(day, officeId);
    }
}
