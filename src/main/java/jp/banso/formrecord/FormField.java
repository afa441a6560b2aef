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
 * @param optionsFrom source of options that are not in the file ({@code staff}, {@code contractorOffices}, …)
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

    /** A choice: code and Japanese label. */
    public record Option(String value, String label) {}

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
