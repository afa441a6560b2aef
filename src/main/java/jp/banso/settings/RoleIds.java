package jp.banso.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of roles. An office's own ones say where they work and whether they lead; that never changes, and none of them can be taken for an
 * administrator's.
 */
public final class RoleIds {

    /** The product's administrators; no file of settings says anything of them. */
    public static final Map<String, String> ADMINISTRATORS = administrators();

    private static final Pattern OWN = Pattern.compile("own-[mhc][ls]-[a-z0-9]{1,20}");
    private static final int TAIL = 8;

    private RoleIds() {}

    public static boolean isOwn(String role) {
        return OWN.matcher(role).matches();
    }

    /** The kind of office of a role of an office's own. */
    public static String office(String own) {
        return switch (own.length() > 4 ? own.charAt(4) : 'm') {
            case 'h' -> "hellowork";
            case 'c' -> "contractor";
            default -> "municipal";
        };
    }

    /** Whether a role of an office's own looks over all the work of its office. */
    public static boolean leads(String own) {
        return own.length() > 5 && own.charAt(5) == 'l';
    }

    /** A new one for this kind of office. */
    public static String next(String office, boolean leads) {
        char kind = office.isEmpty() ? 'm' : office.charAt(0);
        return "own-" + kind + (leads ? "l" : "s") + "-"
                + UUID.randomUUID().toString().replace("-", "").substring(0, TAIL);
    }

    private static Map<String, String> administrators() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("process-admin", "業務管理者");
        names.put("system-admin", "システム管理者");
        return names;
    }
}
