package jp.banso.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import jp.banso.people.Roles;
import org.springframework.stereotype.Component;

/** Colleagues to whom a step may be handed. */
@Component
public class Colleagues {

    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /** Someone a step can be handed to, as a list shows them. */
    public record Colleague(String value, String label) {}

    public List<Colleague> of(Member member) {
        Map<String, Colleague> colleagues = new LinkedHashMap<>();
        for (String officeId : member.officeIds()) {
            for (Member other : people.inOffice(officeId, null)) {
                colleagues.put(
                        other.username(),
                        new Colleague(other.username(), other.displayName() + "（" + roles(other, officeId) + "）"));
            }
        }
        return new ArrayList<>(colleagues.values());
    }

    private static String roles(Member member, String officeId) {
        return String.join(
                "・",
                member.memberships().stream()
                        .filter(m -> m.officeId().equals(officeId))
                        .map(Membership::role)
                        .map(Roles::name)
                        .toList());
    }
}
