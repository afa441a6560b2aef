package jp.banso.handover.internal;

import java.util.List;
import java.util.Optional;
import jp.banso.handover.Handover;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import jp.banso.people.Roles;
import org.springframework.stereotype.Component;

/** Who leads an office and so decides who takes over what. */
@Component
class Leaders {

    private final People people;

    Leaders(People people) {
        this.people = people;
    }

    static List<String> offices(Member member) {
        return member.memberships().stream()
                .filter(m -> Roles.leads(m.role()) && m.officeKind().equals("municipal"))
                .map(Membership::officeId)
                .distinct()
                .toList();
    }

    static boolean leads(Member member, Handover handover) {
        return member.municipalityId().equals(handover.municipalityId())
                && offices(member).contains(handover.officeId());
    }

    /** Who acts for a handover: whoever decided it, or another leader of the office when that one has gone, too. */
    Optional<Member> actor(Handover handover) {
        return people.find(handover.createdBy())
                .filter(member -> leads(member, handover))
                .or(() -> people.inOffice(handover.officeId(), null).stream()
                        .filter(member -> leads(member, handover))
                        .findFirst());
    }
}
