package jp.banso.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Role ids and their Japanese names (domain/roles.md D-1). */
public final class Roles {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("reception", "受付");
        NAMES.put("consultant", "相談支援員");
        NAMES.put("chief-consultant", "主任相談支援員");
        NAMES.put("employment-supporter", "就労支援員");
        NAMES.put("caseworker", "ケースワーカー");
        NAMES.put("inspector", "査察指導員");
        NAMES.put("hw-navigator", "就職支援ナビゲーター");
        NAMES.put("coordinator", "コーディネーター");
        NAMES.put("contractor", "委託先支援員");
        NAMES.put("manager", "管理職");
        NAMES.put("secretariat", "事務局");
        NAMES.put("household", "家計改善支援員");
        NAMES.put("mental", "精神保健支援");
        NAMES.put("process-admin", "業務管理者");
        NAMES.put("system-admin", "システム管理者");
    }

    /** Roles that look over the work of their office. */
    private static final Set<String> LEADERS = Set.of("chief-consultant", "inspector", "coordinator", "manager");

    private Roles() {}

    public static String name(String role) {
        return NAMES.getOrDefault(role, role);
    }

    public static List<String> all() {
        return List.copyOf(NAMES.keySet());
    }

    /** Administrators of the product have no business with a person's file (domain/roles.md D-3). */
    public static boolean worksWithCases(String role) {
        return !role.equals("process-admin") && !role.equals("system-admin");
    }

    /** Whether the role looks over all the work of its office (domain/roles.md D-2: A). */
    public static boolean leads(String role) {
        return LEADERS.contains(role);
    }

    /** The kind of office in which a role works. */
    public static String officeKind(String role) {
        return switch (role) {
            case "hw-navigator" -> "hellowork";
            case "contractor" -> "contractor";
            default -> "municipal";
        };
    }
}
