package jp.banso.absence;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.banso.people.Membership;

/**
 * An absence as somebody wants to have it.
 *
 * @param deputies username by {@link #post}; a role that is missing stays uncovered
 */
public record AbsencePlan(
        String username, AbsenceKind kind, LocalDate firstDay, LocalDate lastDay, Map<String, String> deputies) {

    /** The key of a role in an office. */
    public static String post(String officeId, String role) {
        return officeId + "/" + role;
    }

    Optional<String> deputyFor(Membership post) {
        return Optional.ofNullable(deputies.get(post(post.officeId(), post.role())));
    }
}
