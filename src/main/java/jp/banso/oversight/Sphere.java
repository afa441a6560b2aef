package jp.banso.oversight;

import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import jp.banso.people.Roles;

/** The offices that a member leads: all that the board shows is of their cases. */
public record Sphere(String municipalityId, List<String> offices) {

    /** @throws NotHere when the member leads no office */
    public static Sphere of(Member member) {
        List<String> led = member.memberships().stream()
                .filter(m -> Roles.leads(m.role()))
                .map(Membership::officeId)
                .distinct()
                .sorted()
                .toList();
        if (led.isEmpty()) {
            throw new NotHere();
        }
        return new Sphere(member.municipalityId(), led);
    }
}
