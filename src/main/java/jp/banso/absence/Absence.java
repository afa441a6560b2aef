package jp.banso.absence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member is away from the first to the last day, both included.
 *
 * @param version counts every change; for stale detection
 */
public record Absence(
        String absenceId,
        String municipalityId,
        String username,
        AbsenceKind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean cancelled,
        int version,
        List<Deputy> deputies) {

    /** Who stands in for one role in one office; nobody when the username is null. */
    public record Deputy(String officeId, String role, @Nullable String username) {}

    /** The username of who stands in for this role there. */
    public Optional<String> deputyFor(String officeId, String role) {
        return deputies.stream()
                .filter(d -> d.officeId().equals(officeId) && d.role().equals(role))
                .findFirst()
                .map(Deputy::username);
    }

    public boolean isDeputy(String username) {
        return deputies.stream().anyMatch(d -> username.equals(d.username()));
    }

    /** Who stands in for one of these roles; each written as {@link AbsencePlan#post} does. */
    public Optional<String> deputyForAny(Collection<String> posts) {
        return deputies.stream()
                .filter(d -> d.username() != null && posts.contains(AbsencePlan.post(d.officeId(), d.role())))
                .findFirst()
                .map(Deputy::username);
    }

    /** The same with other deputies. */
    Absence with(List<Deputy> others) {
        return new Absence(absenceId, municipalityId, username, kind, firstDay, lastDay, cancelled, version, others);
    }

    /** The same as somebody saw it at that version, so that a change on top of another is noticed. */
    public Absence asOf(int seen) {
        return new Absence(absenceId, municipalityId, username, kind, firstDay, lastDay, cancelled, seen, deputies);
    }

    public boolean begun(LocalDate today) {
        return !firstDay.isAfter(today);
    }

    /** Cancelled, or its last day has passed. */
    public boolean over(LocalDate today) {
        return cancelled || lastDay.isBefore(today);
    }
}
