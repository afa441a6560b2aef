package jp.banso.aftercare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A job that a person took up.
 *
 * @param endReason code of leave-reason (domain/codes.md)
 * @param retention {@code kept} or {@code lost} after three months
 */
public record Employment(
        String employmentId,
        String caseNo,
        String employer,
        @Nullable String jobTitle,
        @Nullable String employmentType,
        boolean trial,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable String retention) {

    public boolean lasts() {
        return endedOn == null;
    }
}
