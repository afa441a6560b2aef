package jp.banso.hellowork.internal;

import java.util.List;
import java.util.Optional;
import jp.banso.hellowork.Referral;
import jp.banso.hellowork.Referrals;
import org.springframework.stereotype.Service;

/** Referrals as the table holds them. */
@Service
class StoredReferrals implements Referrals {

    private final ReferralMapper referrals;

    StoredReferrals(ReferralMapper referrals) {
        this.referrals = referrals;
    }

    @Override
    public List<Referral> ofCase(String caseNo) {
        return referrals.ofCase(caseNo);
    }

    @Override
    public Optional<Referral> current(String caseNo) {
        return referrals.ofCase(caseNo).stream().findFirst();
    }
}
