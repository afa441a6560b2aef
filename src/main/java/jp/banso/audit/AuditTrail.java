package jp.banso.audit;

import java.util.List;

/** Reads the audit of a case. Who may read it is for the caller to decide. */
public interface AuditTrail {

    /** The newest entries of a case; case numbers are unique within a municipality only. */
    List<AuditEntry> ofCase(String municipalityId, String caseNo, int limit);
}
