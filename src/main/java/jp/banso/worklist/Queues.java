package jp.banso.worklist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.Roles;

/**
 * Names of queues. A step lies in {@code office/role} for every candidate role in every office that may see it, in
 * {@code office/*} for those who lead that office, and in {@code @username} of whoever holds it.
 */
final class Queues {

    /** Who looks after a step whose own role may no longer see the case. */
    private static final String FALLBACK_ROLE = "coordinator";

    private Queues() {}

    static String ofRole(String officeId, String role) {
        return officeId + "/" + role;
    }

    /** The office of a queue of role. */
    static String office(String roleQueue) {
        return roleQueue.substring(0, roleQueue.indexOf('/'));
    }

    /** The role of a queue of role. */
    static String role(String roleQueue) {
        return roleQueue.substring(roleQueue.indexOf('/') + 1);
    }

    static String ofOffice(String officeId) {
        return officeId + "/*";
    }

    static String ofHolder(String username) {
        return "@" + username;
    }

    /** The username of a holder's queue. */
    static String holder(String holderQueue) {
        return holderQueue.substring(1);
    }

    /** Queues of role in which a step with these candidates lies; never empty for a subject with an office. */
    static Set<String> roleQueues(WorkSubject subject, List<String> candidateRoles) {
        Set<String> queues = new LinkedHashSet<>();
        for (String role : candidateRoles) {
            String kind = Roles.officeKind(role);
            for (WorkSubject.Grant grant : subject.grants()) {
                if (grant.kind().equals(kind)) {
                    queues.add(ofRole(grant.officeId(), role));
                }
            }
        }
        if (queues.isEmpty()) {
            queues.add(ofRole(subject.officeId(), FALLBACK_ROLE));
        }
        return queues;
    }

    static Set<String> officeQueues(WorkSubject subject) {
        Set<String> queues = new LinkedHashSet<>();
        queues.add(ofOffice(subject.officeId()));
        for (WorkSubject.Grant grant : subject.grants()) {
            queues.add(ofOffice(grant.officeId()));
        }
        return queues;
    }

    /** Queues from which the member may take work. */
    static List<String> mayTake(Member member) {
        Set<String> queues = new LinkedHashSet<>();
        for (Membership m : member.memberships()) {
            queues.add(ofRole(m.officeId(), m.role()));
        }
        return List.copyOf(queues);
    }

    /**
     * Queues that let the member see a step at all: the office's for its own staff, only those of the own role for a
     * partner, who does not learn what others do in the case.
     */
    static List<String> sight(Member member) {
        Set<String> queues = new LinkedHashSet<>();
        for (Membership m : member.memberships()) {
            if (Roles.worksWithCases(m.role())) {
                queues.add(
                        m.officeKind().equals("municipal") ? ofOffice(m.officeId()) : ofRole(m.officeId(), m.role()));
            }
        }
        return queues.isEmpty() ? List.of("") : List.copyOf(queues);
    }

    /** Queues the member oversees: the whole office for leaders, the own roles for others. */
    static List<String> team(Member member) {
        Set<String> queues = new LinkedHashSet<>();
        for (Membership m : member.memberships()) {
            queues.add(Roles.leads(m.role()) ? ofOffice(m.officeId()) : ofRole(m.officeId(), m.role()));
        }
        return new ArrayList<>(queues);
    }
}
