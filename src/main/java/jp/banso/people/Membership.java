package jp.banso.people;

/**
 * One role of a member in one office.
 *
 * @param officeKind {@code municipal}, {@code hellowork} or {@code contractor}
 * @param role role id of domain/roles.md D-1, e.g. {@code consultant}
 */
public record Membership(String officeId, String officeName, String officeKind, String role) {}
