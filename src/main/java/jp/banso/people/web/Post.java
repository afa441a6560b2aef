package jp.banso.people.web;

import java.util.List;
import jp.banso.people.Member;

/** One role in one office, with its names. */
record Post(String officeId, String officeName, String role, String roleName) {

    static List<Post> of(Member member) {
        return member.memberships().stream()
                .map(m -> new Post(m.officeId(), m.officeName(), m.role(), m.roleName()))
                .toList();
    }
}
