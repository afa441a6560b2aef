package jp.banso.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** Colleagues to whom a step may be handed. */
@Component
public class Colleagues {

    private final People people;
    private final Absences absences;

    Colleagues(People people, Absences absences) {
        this.people = people;
        this.absences = absences;
    }

    /** Someone a step can be handed to, as a list shows them. */
    public record Colleague(String value, String label) {}

    public List<Colleague> of(Member member) {
        Map<String, Colleague> colleagues = new LinkedHashMap<>();
        Map<String, LocalDate> away = absences.awayToday(member.municipalityId());
        for (String officeId : member.officeIds()) {
            for (Member other : people.inOffice(officeId, null)) {
                colleagues.put(
                        other.username(),
                        new Colleague(
                                other.username(),
                                other.displayName() + "（" + roles(other, officeId) + "）"
                                        + AwayText.beside(away.get(other.username()))));
            }
        }
        return new ArrayList<>(colleagues.values());
    }

    private static String roles(Member member, String officeId) {
        return String.join(
                "・",
                member.memberships().stream()
                        .filter(m -> m.officeId().equals(officeId))
                        .map(Membership::roleName)
                        .toList());
    }
}
