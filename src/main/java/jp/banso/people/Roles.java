package jp.banso.people;

import java.util.List;
import java.util.Set;
import jp.banso.settings.RoleIds;

/** What holds for a role wherever it is (domain/roles.md D-1). How it is called is settled in each municipality: {@link RoleBook}. */
public final class Roles {

    /** The product's own roles, in the order in which they are shown. */
    private static final List<String> OF_PRODUCT = List.of(
            "reception",
            "consultant",
            "chief-consultant",
            "employment-supporter",
            "caseworker",
            "inspector",
            "hw-navigator",
            "coordinator",
            "contractor",
            "manager",
            "secretariat",
            "household",
            "mental",
            "process-admin",
            "system-admin");

    private static final Set<String> LEADERS = Set.of("chief-consultant", "inspector", "coordinator", "manager");

    private Roles() {}

    /** The roles that come with the product. */
    public static List<String> ofProduct() {
        return OF_PRODUCT;
    }

    /** Administrators of the product have no business with a person's file (domain/roles.md D-3). */
    public static boolean worksWithCases(String role) {
        return !RoleIds.ADMINISTRATORS.containsKey(role);
    }

    /** Whether the role looks over all the work of its office (domain/roles.md D-2: A). */
    public static boolean leads(String role) {
        return LEADERS.contains(role) || RoleIds.isOwn(role) && RoleIds.leads(role);
    }

    /** The kind of office in which a role works. */
    public static String officeKind(String role) {
        return switch (role) {
            case "hw-navigator" -> "hellowork";
            case "contractor" -> "contractor";
            default -> RoleIds.isOwn(role) ? RoleIds.office(role) : "municipal";
        };
    }
}
