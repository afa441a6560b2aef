package jp.banso.audit;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit.
 *
 * @param kind {@code view}, {@code change} or {@code security}
 */
public record AuditEntry(
        String auditId,
        LocalDateTime happenedAt,
        String kind,
        String action,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String roleName,
        @Nullable String officeName,
        @Nullable String municipalityId,
        @Nullable String caseNo,
        String detail,
        @Nullable String address,
        @Nullable String requestId) {

    /** What was done, in words. */
    public String actionName() {
        return AuditWords.action(action);
    }
}
