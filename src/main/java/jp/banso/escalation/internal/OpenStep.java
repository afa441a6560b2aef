package jp.banso.escalation.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An open step as far as its escalation needs it.
 *
 * @param officeId in whose queue it lies; for a partner's step the partner
 * @param leadOfficeId the municipal office that leads the case
 * @param dueSort when it is due; far away without a due date
 */
public record OpenStep(
        String taskId,
        String businessKey,
        String name,
        String officeId,
        String leadOfficeId,
        String role,
        @Nullable String assignee,
        LocalDateTime createdAt,
        LocalDateTime dueSort,
        @Nullable LocalDateTime followUpAt) {}
