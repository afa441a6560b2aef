package jp.banso.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.settings.RoleIds;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.ShippedSettings;

/**
 * The roles of a municipality as it calls them: those of the product and its own ones.
 *
 * @param names role id to name, in the order in which they are shown
 */
public record RoleBook(Map<String, String> names) {

    /** Where the roles stand. */
    public static final String FILE = "settings/roles.settings";

    private static final String GONE = "（なくした役割）";
    private static final RoleBook SHIPPED = of(ShippedSettings.file(FILE));

    /** As the product calls them. */
    public static RoleBook shipped() {
        return SHIPPED;
    }

    /** As a file of settings calls them; roles that the product got later, and its administrators, are called as shipped. */
    public static RoleBook of(Optional<SettingsFile> file) {
        Map<String, String> names = new LinkedHashMap<>();
        file.ifPresent(roles -> roles.rows().forEach(row -> names.put(row.id(), row.name())));
        ShippedSettings.file(FILE)
                .ifPresent(roles -> roles.rows().forEach(row -> names.putIfAbsent(row.id(), row.name())));
        names.putAll(RoleIds.ADMINISTRATORS);
        return new RoleBook(names);
    }

    public String name(String role) {
        String name = names.get(role);
        return name != null ? name : RoleIds.isOwn(role) ? GONE : role;
    }

    public List<String> all() {
        return List.copyOf(names.keySet());
    }

    public boolean knows(String role) {
        return names.containsKey(role);
    }
}
