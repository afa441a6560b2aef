package jp.banso.casefile.internal;

import java.time.LocalDateTime;

/** Opens a case to an office. */
public record GrantRow(
        String grantId, String caseNo, String officeId, String officeKind, String basis, LocalDateTime openedAt) {}
