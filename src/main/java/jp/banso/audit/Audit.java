package jp.banso.audit;

import org.jspecify.annotations.Nullable;

/** Append-only record of who saw or changed what. The user and the address are those of the current request. */
public interface Audit {

    /** A member looked at something of a case. */
    void viewed(String caseNo, String what);

    /** A member changed something; {@code caseNo} may be null for things outside cases. */
    void changed(@Nullable String caseNo, String action, String detail);

    /** Something refused or noteworthy about signing in or access. */
    void security(@Nullable String username, String action, String detail);
}
