package jp.banso.formrecord;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as its {@code .form} file says.
 *
 * @param type form-js component type: textfield, textarea, number, datetime, select, radio, checkbox, checklist, text
 * @param dateTime whether a datetime field also asks the time
 * @param min smallest number or least number of characters, as the type has it
 * @param hide FEEL condition under which the field is not asked, or null
 * @param optionsFrom source of options that are not in the file ({@code staff}, {@code codes.route}, …)
 * @param properties the product's own marks: fact, prefill, known, report, class, summary, default, unit
 */
public record FormField(
        String id,
        String key,
        String type,
        String label,
        @Nullable String help,
        boolean required,
        boolean dateTime,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String hide,
        List<Option> options,
        @Nullable String optionsFrom,
        Map<String, String> properties) {

    private static final String LISTS = "codes.";

    /**
     * A choice: code and Japanese label.
     *
     * @param usable whether it can be chosen; a code that is used no more is only read
     */
    public record Option(String value, String label, boolean usable) {

        public Option(String value, String label) {
            this(value, label, true);
        }
    }

    /** The shared list that the choices come from, or null. */
    public @Nullable String list() {
        return optionsFrom != null && optionsFrom.startsWith(LISTS) ? optionsFrom.substring(LISTS.length()) : null;
    }

    /** The same field with choices of its own. */
    FormField withOptions(List<Option> chosen) {
        return new FormField(
                id,
                key,
                type,
                label,
                help,
                required,
                dateTime,
                min,
                max,
                minLength,
                maxLength,
                pattern,
                hide,
                chosen,
                null,
                properties);
    }

    public boolean isQuestion() {
        return !type.equals("text") && !isKnown();
    }

    /** Shown from earlier answers, never asked. */
    public boolean isKnown() {
        return "true".equals(properties.get("known"));
    }

    public boolean isChoice() {
        return type.equals("select") || type.equals("radio") || type.equals("checklist");
    }

    /** Routing variable that takes this answer, or null. */
    public @Nullable String fact() {
        return properties.get("fact");
    }

    public boolean isPrefilled() {
        return "latest".equals(properties.get("prefill"));
    }

    public boolean isSummary() {
        return "true".equals(properties.get("summary"));
    }

    /**
     * Who may read it, domain/roles.md D-3; {@code story} unless the file says otherwise. {@code address} is contact data
     * until the person's address is a secret.
     */
    public String dataClass() {
        return properties.getOrDefault("class", "story");
    }
}
