package jp.banso.people.internal;

import java.time.LocalDateTime;

/**
 * One place where a member is signed in.
 *
 * @param mark stands for the session in pages; the session id itself never leaves the server
 */
public record MemberSession(
        String mark, LocalDateTime since, LocalDateTime lastSeen, String address, boolean current) {}
