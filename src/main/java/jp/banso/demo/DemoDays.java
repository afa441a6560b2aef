package jp.banso.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Predicate;

/** Days counted in open days from today; on a closed day from the next open one. */
final class DemoDays {

    private final Predicate<LocalDate> open;
    private final LocalDate anchor;

    DemoDays(Predicate<LocalDate> open, LocalDateTime now) {
        this.open = open;
        this.anchor = open(now.toLocalDate());
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
            if (open.test(date)) {
                left--;
            }
        }
        return date;
    }

    /** The day itself, or the next open one. */
    LocalDate open(LocalDate day) {
        return open.test(day) ? day : plus(day, 1);
    }
}
