package jp.banso.people;

/**
 * One role of a member in one office.
 *
 * @param officeKind {@code municipal}, {@code hellowork} or {@code contractor}
 * @param role role id of domain/roles.md D-1, e.g. {@code consultant}
 * @param roleName how the municipality calls it
 */
public record Membership(String officeId, String officeName, String officeKind, String role, String roleName) {}
