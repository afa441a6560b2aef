package jp.banso.oversight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A case that does not go on although no step of it is late.
 *
 * @param reason a {@link Reason} of cases
 * @param lastEntry when something was last written about it, if ever
 * @param meetingId the meeting that is over without a confirmed result, when that is the reason
 * @param metOn its day
 */
public record StuckCase(
        String caseNo,
        String displayName,
        String kana,
        String officeId,
        String stage,
        @Nullable String category,
        @Nullable String owner,
        String reason,
        @Nullable LocalDateTime lastEntry,
        @Nullable String meetingId,
        @Nullable LocalDate metOn) {}
