package jp.banso.audit.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the audit of one municipality, newest first.
 *
 * @param until first moment that is not wanted any more
 * @param beforeAt with {@code beforeId}: last line of the page before
 */
public record AuditQuery(
        String municipalityId,
        @Nullable String caseNo,
        @Nullable String username,
        @Nullable String kind,
        @Nullable LocalDateTime since,
        @Nullable LocalDateTime until,
        @Nullable LocalDateTime beforeAt,
        @Nullable String beforeId,
        int limit) {}
