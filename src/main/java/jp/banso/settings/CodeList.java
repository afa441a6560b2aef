package jp.banso.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A list of choices that several forms share.
 *
 * @param national whether the state's own forms lay it down, so that nobody changes it
 * @param codes in their order; those that were taken out once come last, to be read only
 */
public record CodeList(String key, String title, boolean national, List<Code> codes) {

    private static final Set<String> NATIONAL = Set.of("issue", "topic", "change");
    private static final String FOLDER = "settings/codes/";

    /** @param usable whether it can be chosen today */
    public record Code(String code, String name, boolean usable) {}

    /** Whether this is the file of a list that the state lays down. */
    public static boolean isNational(String name) {
        return name.startsWith(FOLDER)
                && NATIONAL.contains(name.substring(FOLDER.length(), name.length() - ".settings".length()));
    }

    /** A list as a draft would have it. */
    public static CodeList of(SettingsFile file, LocalDate today) {
        return new CodeList(
                file.key().replaceFirst("^codes\\.", ""),
                file.title(),
                isNational(file.name()),
                file.rows().stream()
                        .map(row -> new Code(row.id(), row.get("name"), usable(row, today)))
                        .toList());
    }

    static boolean usable(SettingsFile.Row row, LocalDate today) {
        LocalDate from = SettingsRules.date(row.get("from"));
        LocalDate until = SettingsRules.date(row.get("until"));
        return (from == null || !today.isBefore(from)) && (until == null || !today.isAfter(until));
    }
}
