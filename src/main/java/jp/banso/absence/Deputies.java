package jp.banso.absence;

import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import jp.banso.people.Roles;
import org.springframework.stereotype.Component;

/** Who may stand in for whom, and who may say so. */
@Component
public class Deputies {

    private final People people;

    Deputies(People people) {
        this.people = people;
    }

    /** The roles of a member that somebody can stand in for: those that work with cases. */
    public List<Membership> posts(Member member) {
        return member.memberships().stream()
                .filter(m -> Roles.worksWithCases(m.role()))
                .toList();
    }

    /** Everybody who could stand in for this role of the member, by name. */
    public List<Member> candidates(Member absent, Membership post) {
        return people.inOffice(post.officeId(), null).stream()
                .filter(m -> !m.username().equals(absent.username()))
                .filter(m -> fits(m, absent.municipalityId(), post.officeId(), post.role()))
                .toList();
    }

    /**
     * Whether the member may do the work of this role there: holds the same role in the same office or leads it. Somebody
     * who may no longer sign in has no roles and fits nowhere.
     */
    public boolean fits(Member deputy, String municipalityId, String officeId, String role) {
        return deputy.municipalityId().equals(municipalityId)
                && deputy.memberships().stream()
                        .filter(m -> m.officeId().equals(officeId))
                        .anyMatch(m -> m.role().equals(role) || Roles.leads(m.role()));
    }

    /** Members may register themselves; leaders of one of their offices may register them, too. */
    public boolean mayRegister(Member by, Member absent) {
        return by.username().equals(absent.username())
                || by.municipalityId().equals(absent.municipalityId())
                        && posts(absent).stream().anyMatch(post -> leads(by, post.officeId()));
    }

    /** The offices that the member leads. */
    public List<String> ledOffices(Member member) {
        return member.memberships().stream()
                .filter(m -> Roles.leads(m.role()))
                .map(Membership::officeId)
                .distinct()
                .toList();
    }

    private boolean leads(Member member, String officeId) {
        return ledOffices(member).contains(officeId);
    }
}
