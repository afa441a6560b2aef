package jp.banso.handover.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.RoleBook;
import jp.banso.people.Roles;

/**
 * Who may lead a case after whom: someone of the same office whose work is of the same kind. A chief's work is of the
 * kind of those he leads, so cases go up and down; cases of a caseworker do not become those of a consultant.
 */
final class Fitness {

    /** Roles that lead cases, with the kind of their work. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("consultant", "consulting");
        KINDS.put("chief-consultant", "consulting");
        KINDS.put("employment-supporter", "employment");
        KINDS.put("caseworker", "assistance");
        KINDS.put("inspector", "assistance");
        KINDS.put("coordinator", "coordination");
    }

    private Fitness() {}

    /** Kinds of leading work that the member does in the office. */
    static Set<String> kinds(Member member, String officeId) {
        return member.memberships().stream()
                .filter(m -> m.officeId().equals(officeId) && KINDS.containsKey(m.role()))
                .map(m -> KINDS.get(m.role()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that tells whether one can take over from another: kinds of leading work, and other roles. */
    static List<String> traits(Member member, String officeId) {
        var traits = kinds(member, officeId);
        member.memberships().stream()
                .filter(m -> m.officeId().equals(officeId) && !KINDS.containsKey(m.role()))
                .map(Membership::role)
                .filter(Roles::worksWithCases)
                .forEach(traits::add);
        return List.copyOf(traits);
    }

    /** Whether the member may lead cases of the office after someone who did this kind of work; no kind: any leading one. */
    static boolean mayLead(Member member, String officeId, Set<String> before) {
        var own = kinds(member, officeId);
        return before.isEmpty() ? !own.isEmpty() : own.stream().anyMatch(before::contains);
    }

    /** The roles that do this kind of work, in words. */
    static String words(Set<String> kinds, RoleBook roles) {
        return KINDS.entrySet().stream()
                .filter(e -> kinds.isEmpty() || kinds.contains(e.getValue()))
                .map(e -> roles.name(e.getKey()))
                .collect(Collectors.joining("・"));
    }
}
