package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.banso.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The moments that part the bands of lateness, for one office: a step due before {@code late31} is 31 or more working
 * days late, one due before {@code today} is late, one due before {@code ahead} is due today.
 */
public record Marks(
        @Nullable String officeId,
        LocalDateTime late31,
        LocalDateTime late11,
        LocalDateTime late4,
        LocalDateTime today,
        LocalDateTime ahead,
        LocalDateTime later) {

    private static final int SOON = 5;

    static Marks of(WorkingCalendar calendar, LocalDate today, @Nullable String officeId) {
        return new Marks(
                officeId,
                after(calendar.openDaysBack(today, 31, officeId)),
                after(calendar.openDaysBack(today, 11, officeId)),
                after(calendar.openDaysBack(today, 4, officeId)),
                today.atStartOfDay(),
                calendar.plusWorkingDays(today, 1, officeId).atStartOfDay(),
                calendar.plusWorkingDays(today, SOON + 1, officeId).atStartOfDay());
    }

    boolean sameDays(Marks other) {
        return new Marks(other.officeId, late31, late11, late4, today, ahead, later).equals(other);
    }

    private static LocalDateTime after(LocalDate day) {
        return day.plusDays(1).atStartOfDay();
    }
}
