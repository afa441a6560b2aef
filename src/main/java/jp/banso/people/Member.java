package jp.banso.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A person who works with the product, in one municipality, with roles in one or more offices. */
public record Member(
        String username,
        String displayName,
        String municipalityId,
        String municipalityName,
        List<Membership> memberships) {

    public Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        memberships.forEach(m -> roles.add(m.role()));
        return roles;
    }

    /** The roles as the municipality calls them. */
    public List<String> roleNames() {
        return memberships.stream().map(Membership::roleName).distinct().toList();
    }

    /** How the municipality calls one of the member's roles. */
    public String roleName(String role) {
        return memberships.stream()
                .filter(m -> m.role().equals(role))
                .findFirst()
                .map(Membership::roleName)
                .orElse(role);
    }

    public Set<String> officeIds() {
        Set<String> offices = new LinkedHashSet<>();
        memberships.forEach(m -> offices.add(m.officeId()));
        return offices;
    }

    /** Offices in which the member works with people's cases; an administrator's membership opens none. */
    public Set<String> caseOfficeIds() {
        Set<String> offices = new LinkedHashSet<>();
        memberships.stream().filter(m -> Roles.worksWithCases(m.role())).forEach(m -> offices.add(m.officeId()));
        return offices;
    }

    public boolean hasRole(String role) {
        return memberships.stream().anyMatch(m -> m.role().equals(role));
    }

    /** Whether the member works for a partner (Hello Work or a contractor) and sees only what consent covers. */
    public boolean isPartner() {
        return memberships.stream().noneMatch(m -> m.officeKind().equals("municipal"));
    }
}
