package jp.banso.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of settings as it was read.
 *
 * @param name where it stands, like {@code settings/roles.settings}
 * @param title how people call it
 * @param values what is said once
 * @param rows what is said row by row, in their order
 */
public record SettingsFile(String name, String title, Map<String, String> values, List<Row> rows) {

    /** Where letters stand. */
    public static final String LETTERS = "settings/letters/";

    private static final String FOLDER = "settings/";
    private static final String ENDING = ".settings";

    /**
     * A row.
     *
     * @param line where it begins in the file, from 1
     * @param values column to text; empty where nothing was said
     */
    public record Row(String id, int line, Map<String, String> values) {

        public String get(String column) {
            return values.getOrDefault(column, "");
        }

        public String name() {
            return get("name").isEmpty() ? id : get("name");
        }
    }

    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** By what a publication knows the file: {@code roles}, {@code codes.route}. */
    public String key() {
        return keyOf(name);
    }

    public static String keyOf(String name) {
        return name.substring(FOLDER.length(), name.length() - ENDING.length()).replace('/', '.');
    }

    public static String nameOf(String key) {
        return FOLDER + key.replace('.', '/') + ENDING;
    }

    /** Whether a file of this name can be one of settings at all. */
    public static boolean isName(String name) {
        return name.endsWith(ENDING);
    }

    public SettingsFile with(Map<String, String> newValues, List<Row> newRows) {
        return new SettingsFile(name, title, new LinkedHashMap<>(newValues), List.copyOf(newRows));
    }
}
