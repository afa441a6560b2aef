package jp.banso.oversight;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which open steps; null does not narrow. Every number of the board is such a filter, and so is the list behind it.
 *
 * @param office where the step lies and is done
 * @param person username of the holder, or {@link #NOBODY}
 * @param due a word of {@link DueBand#named}, or null
 * @param reason a {@link Reason} of steps, which makes it overdue ones only
 * @param waiting only steps whose follow-up date lies ahead
 * @param risk only steps that are not late yet but usually are by their age
 */
public record StepFilter(
        @Nullable String step,
        @Nullable String process,
        @Nullable String role,
        @Nullable String office,
        @Nullable String person,
        @Nullable String category,
        @Nullable String due,
        @Nullable String reason,
        boolean waiting,
        boolean risk) {

    /** Steps that nobody holds. */
    public static final String NOBODY = "-";

    public static final StepFilter ALL = of(Map.of());

    /** Reads the conditions of an address; unknown words do not narrow. */
    public static StepFilter of(Map<String, String> query) {
        return new StepFilter(
                text(query, "step"),
                text(query, "process"),
                text(query, "role"),
                text(query, "office"),
                text(query, "person"),
                text(query, "category"),
                DueBand.named(text(query, "due")).isEmpty() ? null : text(query, "due"),
                Reason.of(text(query, "reason"))
                        .filter(Reason::step)
                        .map(Enum::name)
                        .orElse(null),
                "true".equals(query.get("waiting")),
                "true".equals(query.get("risk")));
    }

    /** The conditions as an address has them. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "step", step);
        put(words, "process", process);
        put(words, "role", role);
        put(words, "office", office);
        put(words, "person", person);
        put(words, "category", category);
        put(words, "due", due);
        put(words, "reason", reason);
        put(words, "waiting", waiting ? "true" : null);
        put(words, "risk", risk ? "true" : null);
        return words;
    }

    /** The same with one condition more. */
    public StepFilter and(String name, @Nullable String value) {
        Map<String, String> words = words();
        if (value == null) {
            words.remove(name);
        } else {
            words.put(name, value);
        }
        return of(words);
    }

    private static void put(Map<String, String> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    private static @Nullable String text(Map<String, String> query, String name) {
        String value = query.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
