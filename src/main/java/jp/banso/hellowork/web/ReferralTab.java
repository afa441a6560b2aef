package jp.banso.hellowork.web;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.Consents;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Visibility;
import jp.banso.hellowork.Referrals;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** 支援要請 on the case page. */
@Component
class ReferralTab implements CaseTab {

    private final Referrals referrals;
    private final People people;
    private final Consents consents;

    ReferralTab(Referrals referrals, People people, Consents consents) {
        this.referrals = referrals;
        this.people = people;
        this.consents = consents;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public String id() {
        return "referral";
    }

    @Override
    public String label() {
        return "支援要請";
    }

    @Override
    public int count(SupportCase supportCase) {
        return referrals.ofCase(supportCase.caseNo()).size();
    }

    @Override
    public boolean visibleTo(Member member) {
        return !member.roles().stream().allMatch(role -> role.equals("secretariat") || role.equals("reception"));
    }

    @Override
    public String fragment() {
        return "hellowork/tab :: referrals";
    }

    @Override
    public Map<String, Object> model(SupportCase supportCase, Member member) {
        var all = referrals.ofCase(supportCase.caseNo());
        var offices = new LinkedHashMap<String, String>();
        var navigators = new LinkedHashMap<String, String>();
        all.forEach(referral -> {
            if (referral.officeId() != null) {
                offices.put(
                        referral.officeId(),
                        people.office(referral.officeId()).map(Office::name).orElse(referral.officeId()));
            }
            if (referral.navigator() != null) {
                navigators.put(referral.navigator(), people.nameOf(referral.navigator()));
            }
        });
        var readable = Visibility.mayRead(Visibility.STORY, member, consents.infoTypes(supportCase.caseNo()));
        return Map.of("referrals", all, "officeNames", offices, "navigatorNames", navigators, "readable", readable);
    }
}
