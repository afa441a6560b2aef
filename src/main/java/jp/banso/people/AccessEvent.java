package jp.banso.people;

import org.jspecify.annotations.Nullable;

/**
 * Something happened around signing in, access or the member list that belongs into the audit.
 *
 * @param username whom it concerns; null when no known user is concerned
 * @param municipalityId municipality of that user, when known
 * @param action short code, e.g. {@code sign-in}
 * @param detail what exactly, without personal data
 */
public record AccessEvent(@Nullable String username, @Nullable String municipalityId, String action, String detail) {}
