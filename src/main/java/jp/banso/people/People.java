package jp.banso.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up members and offices. */
public interface People {

    Optional<Member> find(String username);

    /** Who acts in this transaction was read for it, and is not read again as long as it lasts. */
    default void acts(Member member) {}

    /** Active members of an office, by name; with {@code role} only those who have it there. */
    List<Member> inOffice(String officeId, @Nullable String role);

    Optional<Office> office(String officeId);

    /** Offices of a municipality, by name; with {@code kind} only those of that kind. */
    List<Office> offices(String municipalityId, @Nullable String kind);

    /** Every office of the installation. */
    List<Office> everyOffice();

    /** How the municipality calls its roles. */
    default RoleBook roles(String municipalityId) {
        return RoleBook.shipped();
    }

    /** Display names of users. */
    default Map<String, String> namesOf(Collection<String> usernames) {
        return usernames.stream().distinct().collect(Collectors.toMap(name -> name, this::nameOf));
    }

    /** Display name of a user, or the username itself when unknown. */
    default String nameOf(String username) {
        return find(username).map(Member::displayName).orElse(username);
    }
}
