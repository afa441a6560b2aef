package jp.banso.oversight;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One open step as those who lead see it.
 *
 * @param officeId where it lies
 * @param reason why it is late, as a {@link Reason}; of steps that are not late, why it would be
 * @param atRisk not late yet, but steps of this age usually become late here
 */
public record OverseenStep(
        String taskId,
        String caseNo,
        String displayName,
        String kana,
        String processKey,
        String step,
        String name,
        String leadOfficeId,
        String officeId,
        String role,
        @Nullable String assignee,
        @Nullable String category,
        LocalDateTime createdAt,
        @Nullable LocalDateTime dueAt,
        @Nullable LocalDateTime followUpAt,
        @Nullable String waitingFor,
        int version,
        String reason,
        boolean atRisk) {}
