package jp.banso.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.banso.calendar.internal.ClosingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working days of an office: not Saturday, Sunday, a national holiday, 12/29-1/3 or a closing day of its own.
 * Without an office only the days common to all count. Known from 2020 to 2035; other years are refused.
 */
@Service
public class WorkingCalendar {

    private static final int REASON_LENGTH = 200;

    private final Holidays holidays = Holidays.load();
    private final ClosingDays closingDays;

    WorkingCalendar(ClosingDays closingDays) {
        this.closingDays = closingDays;
    }

    /** Whether the holiday table knows this day; the other methods refuse days it does not know. */
    public boolean covers(LocalDate date) {
        return Holidays.covers(date);
    }

    public boolean isOpen(LocalDate date, @Nullable String officeId) {
        return openDays(officeId).test(date);
    }

    /** The name of the national holiday on this day. */
    public Optional<String> holiday(LocalDate date) {
        requireCovered(date);
        return holidays.nameOf(date);
    }

    /** This day when it is open, else the first open day after it. */
    public LocalDate nextOpen(LocalDate date, @Nullable String officeId) {
        return nextOpen(date, openDays(officeId));
    }

    /** The n-th open day after the date, or before it when n is negative; the date itself when n is 0. */
    public LocalDate plusWorkingDays(LocalDate date, int n, @Nullable String officeId) {
        return plusWorkingDays(date, n, openDays(officeId));
    }

    /** The open days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public long workingDaysBetween(LocalDate from, LocalDate to, @Nullable String officeId) {
        requireCovered(from);
        requireCovered(to);
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from, officeId);
        }
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(openDays(officeId))
                .count();
    }

    /** The latest day after which n open days lie, up to and including {@code until}. */
    public LocalDate openDaysBack(LocalDate until, int n, @Nullable String officeId) {
        var open = openDays(officeId);
        var day = until;
        for (var left = n; left > 0; day = day.minusDays(1)) {
            left -= open.test(day) ? 1 : 0;
        }
        return day;
    }

    /** When something is due that starts on a day. A due date on a closed day moves to the next open one. */
    public Due due(DueRule rule, LocalDate start, @Nullable String officeId) {
        var open = openDays(officeId);
        var named = plusWorkingDays(rule.calendarDay(start), rule.workingDays(), open);
        return Due.of(named, nextOpen(named, open));
    }

    /** The office's own closing days, in order. */
    public List<OfficeClosing> closings(String officeId) {
        return closingDays.ofOffice(officeId);
    }

    /** Closes an office for a day; closing it again changes the reason. Due dates already set stay as they are. */
    @Transactional
    public void closeOffice(String officeId, LocalDate date, String reason) {
        requireCovered(date);
        var text = reason.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > REASON_LENGTH) {
            throw new IllegalArgumentException("閉庁の理由を%d字までで入れてください。".formatted(REASON_LENGTH));
        }
        var closing = new OfficeClosing(officeId, date, text);
        if (closingDays.changeReason(closing) == 0) {
            closingDays.add(closing);
        }
    }

    /** Takes a closing day back; false when the office was not closed by its own decision on that day. */
    @Transactional
    public boolean reopen(String officeId, LocalDate date) {
        return closingDays.remove(officeId, date) > 0;
    }

    private Predicate<LocalDate> openDays(@Nullable String officeId) {
        Set<LocalDate> closed = officeId == null
                ? Set.of()
                : closingDays.ofOffice(officeId).stream()
                        .map(OfficeClosing::closedOn)
                        .collect(Collectors.toUnmodifiableSet());
        return date -> isOpenEverywhere(date) && !closed.contains(date);
    }

    private boolean isOpenEverywhere(LocalDate date) {
        requireCovered(date);
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !Holidays.isYearEnd(date)
                && holidays.nameOf(date).isEmpty();
    }

    private static LocalDate nextOpen(LocalDate date, Predicate<LocalDate> open) {
        var day = date;
        while (!open.test(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate plusWorkingDays(LocalDate date, int n, Predicate<LocalDate> open) {
        requireCovered(date);
        var step = Integer.signum(n);
        var day = date;
        for (var left = n; left != 0; ) {
            day = day.plusDays(step);
            if (open.test(day)) {
                left -= step;
            }
        }
        return day;
    }

    private static void requireCovered(LocalDate date) {
        if (!Holidays.covers(date)) {
            throw new IllegalArgumentException(
                    "%sは開庁日の表にありません。%d年から%d年までの日付を使ってください。".formatted(date, Holidays.FIRST_YEAR, Holidays.LAST_YEAR));
        }
    }
}
