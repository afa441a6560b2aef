package jp.banso.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.banso.calendar.WorkingCalendar;

/** Days counted in open days from today; on a closed day from the next open one. */
final class DemoDays {

    private final WorkingCalendar calendar;
    private final LocalDate anchor;

    DemoDays(WorkingCalendar calendar, LocalDateTime now) {
        this.calendar = calendar;
        this.anchor = calendar.nextOpen(now.toLocalDate(), null);
    }

    LocalDate day(int offset) {
        return plus(anchor, offset);
    }

    /** So many open days later, or earlier. */
    LocalDate plus(LocalDate day, int openDays) {
        var step = openDays < 0 ? -1 : 1;
        var date = day;
        for (var left = Math.abs(openDays); left > 0; ) {
            date = date.plusDays(step);
            if (calendar.isOpen(date, null)) {
                left--;
            }
        }
        return date;
    }

    LocalDate open(LocalDate day) {
        return calendar.nextOpen(day, null);
    }
}
