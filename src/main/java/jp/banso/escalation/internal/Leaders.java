package jp.banso.escalation.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.escalation.Level;
import jp.banso.people.Member;
import jp.banso.people.People;

/**
 * Who is told about late steps of a case's lead office; read once for a round. Three days late is told to the chief
 * consultant, a caseworker's step to the inspector who leads caseworkers; where an office has none of them, to the next
 * who leads.
 */
public final class Leaders {

    private static final String CASEWORKER = "caseworker";
    private static final List<String> OF_CASEWORKERS =
            List.of("inspector", "chief-consultant", "coordinator", "manager");
    private static final List<String> OF_OTHERS = List.of("chief-consultant", "inspector", "coordinator", "manager");
    private static final List<String> HIGHEST = List.of("manager");

    private final People people;
    private final Map<String, List<Member>> known = new HashMap<>();

    public Leaders(People people) {
        this.people = people;
    }

    /** @param role which of them it was, or empty when the office has nobody */
    public record Told(String role, List<Member> members) {}

    public Told of(OpenStep step, Level level) {
        List<String> roles =
                level == Level.VERY_LATE ? HIGHEST : step.role().equals(CASEWORKER) ? OF_CASEWORKERS : OF_OTHERS;
        String office = step.leadOfficeId();
        for (String role : roles) {
            List<Member> members =
                    known.computeIfAbsent(office + "/" + role, key -> people.inOffice(office, role).stream()
                            .filter(member -> member.memberships().stream()
                                    .anyMatch(m -> m.officeId().equals(office)
                                            && m.role().equals(role)))
                            .toList());
            if (!members.isEmpty()) {
                return new Told(role, members);
            }
        }
        return new Told("", List.of());
    }
}
