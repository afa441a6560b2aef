package jp.banso.casefile.internal;

import java.util.List;
import jp.banso.people.Member;

/**
 * Whose eyes a query looks through: the offices in which the member works with cases. Administrators of the product
 * have no business with a person's file (domain/roles.md D-3), so their memberships open nothing.
 */
public record Viewer(String municipalityId, List<String> officeIds) {

    public static Viewer of(Member member) {
        var offices = List.copyOf(member.caseOfficeIds());
        return new Viewer(member.municipalityId(), offices.isEmpty() ? List.of("") : offices);
    }
}
