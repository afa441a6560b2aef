package jp.banso.calendar;

import java.time.LocalDate;

/**
 * A due date.
 *
 * @param original the day the rule names
 * @param date the day that counts: {@code original}, or the next open day when that one is closed
 * @param shifted whether the two differ
 */
public record Due(LocalDate original, LocalDate date, boolean shifted) {

    static Due of(LocalDate original, LocalDate date) {
        return new Due(original, date, !original.equals(date));
    }
}
