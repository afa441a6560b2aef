package jp.banso.meeting.web;

import java.util.Set;
import jp.banso.people.Member;

/** Who plans meetings and writes down what they decide (domain/roles.md D-2: 支援調整会議); others of the office read. */
final class MeetingRights {

    private static final Set<String> ROLES = Set.of("chief-consultant", "secretariat", "manager", "coordinator");

    private MeetingRights() {}

    static boolean mayRun(Member member) {
        return member.roles().stream().anyMatch(ROLES::contains);
    }
}
