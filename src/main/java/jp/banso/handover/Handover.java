package jp.banso.handover;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One worker's leaving: what is handed over, when and by which rule.
 *
 * @param contactDays working days within which the new worker speaks with the person for the first time
 * @param contactBy the last of those days
 * @param status {@code draft}, {@code planned} (until its day), {@code running}, {@code done}, {@code undoing} or
 *     {@code cancelled}
 */
public record Handover(
        String handoverId,
        String municipalityId,
        String officeId,
        String fromUser,
        LocalDate effectiveOn,
        int contactDays,
        LocalDate contactBy,
        SharingRule rule,
        String status,
        String createdBy,
        LocalDateTime createdAt,
        @Nullable LocalDateTime finishedAt) {

    /** Days in which cases that the new worker has not touched can go back. */
    public static final int UNDO_DAYS = 7;

    public boolean is(String wanted) {
        return status.equals(wanted);
    }

    /** Whether something may still be taken back at this moment. */
    public boolean undoableAt(LocalDateTime now) {
        return is("done") && finishedAt != null && !now.isAfter(finishedAt.plusDays(UNDO_DAYS));
    }
}
