package jp.banso.hellowork;

import java.util.List;
import java.util.Optional;

/** Referrals of a case to Hello Work. */
public interface Referrals {

    /** Newest first. */
    List<Referral> ofCase(String caseNo);

    Optional<Referral> current(String caseNo);
}
