package jp.banso.people.web.security;

import jp.banso.people.Member;

/** Where a member's day begins. */
public final class Landing {

    private Landing() {}

    public static String of(Member member) {
        boolean adminOnly = member.roles().stream().allMatch(role -> role.endsWith("-admin"));
        if (adminOnly && member.hasRole("process-admin")) {
            return "/processes";
        }
        if (adminOnly && member.hasRole("system-admin")) {
            return "/people";
        }
        return member.roles().isEmpty() ? "/me" : "/worklist";
    }
}
