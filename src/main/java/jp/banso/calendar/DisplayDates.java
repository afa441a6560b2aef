package jp.banso.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates for pages, as {@code @dates} in templates. What is not known becomes an empty text. */
@Component("dates")
public class DisplayDates {

    private static final long SOON_WORKING_DAYS = 5;
    /** Days around today in which a month names only one year to every reader. */
    private static final long SAME_YEAR = 300;

    private static final DueText NONE = new DueText(DueText.Kind.none, "", "", 0);

    private final WorkingCalendar calendar;
    private final Clock clock;

    DisplayDates(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** 令和8年11月21日（土）, of a date or a date-time. */
    public String full(@Nullable TemporalAccessor day) {
        return day == null ? "" : JapaneseDate.full(LocalDate.from(day));
    }

    /** 令和8年11月21日, of a date or a date-time. */
    public String plain(@Nullable TemporalAccessor day) {
        return day == null ? "" : JapaneseDate.plain(LocalDate.from(day));
    }

    /** 11/16 月, of a date or a date-time; with its year when it is too far from today to go without. */
    public String row(@Nullable TemporalAccessor day) {
        return day == null ? "" : row(LocalDate.from(day), LocalDate.now(clock));
    }

    private static String row(LocalDate day, LocalDate today) {
        var days = Math.abs(ChronoUnit.DAYS.between(today, day));
        return days <= SAME_YEAR ? JapaneseDate.row(day) : JapaneseDate.plain(day);
    }

    /** 昭和59年2月3日. */
    public String birth(@Nullable LocalDate birth) {
        return plain(birth);
    }

    /** 42歳, today; empty for a birth date in the future. */
    public String age(@Nullable LocalDate birth) {
        var today = LocalDate.now(clock);
        return birth == null || birth.isAfter(today) ? "" : Age.at(birth, today) + "歳";
    }

    /** 9:05. */
    public String time(@Nullable LocalDateTime at) {
        return at == null ? "" : "%d:%02d".formatted(at.getHour(), at.getMinute());
    }

    /** 令和8年11月21日（土）9:05, at this moment of the product's clock. */
    public String now() {
        var now = LocalDateTime.now(clock);
        return full(now) + time(now);
    }

    /** How far away a due time is, in working days of the office; hours never count. */
    public DueText relativeDue(@Nullable LocalDateTime due, @Nullable String officeId) {
        if (due == null) {
            return NONE;
        }
        var today = LocalDate.now(clock);
        var day = due.toLocalDate();
        if (!calendar.covers(day) || !calendar.covers(today)) {
            return outsideTheTable(day, today);
        }
        return day.isBefore(today)
                ? overdue(row(day, today), calendar.workingDaysBetween(day, today, officeId))
                : ahead(row(day, today), calendar.workingDaysBetween(today, day, officeId));
    }

    private static DueText overdue(String day, long late) {
        // On the closed days right after the due date no working day has been lost yet.
        var text = late == 0 ? "期限超過" : late + "営業日超過";
        return new DueText(DueText.Kind.overdue, text, day, late);
    }

    private static DueText ahead(String day, long left) {
        // No working day left: it has to be done today even if the due date itself is a closed day.
        if (left == 0) {
            return new DueText(DueText.Kind.today, "今日", day, 0);
        }
        var kind = left <= SOON_WORKING_DAYS ? DueText.Kind.soon : DueText.Kind.later;
        return new DueText(kind, "あと" + left + "営業日", day, left);
    }

    /** The table of working days ends; a page with such a date must still open. */
    private static DueText outsideTheTable(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, day);
        var kind = days < 0 ? DueText.Kind.overdue : days == 0 ? DueText.Kind.today : DueText.Kind.later;
        var text = days < 0 ? -days + "日超過" : days == 0 ? "今日" : "あと" + days + "日";
        return new DueText(kind, text, JapaneseDate.plain(day), Math.abs(days));
    }
}
