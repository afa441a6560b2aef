package jp.banso.formrecord;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as the page shows it: what is known, what is asked, what was typed, what is wrong. */
public record FormPage(
        List<Part> parts, List<Known> known, List<PageError> errors, int requiredTotal, int requiredDone) {

    /** @param no position, counted from 1 */
    public record Part(String id, String title, int no, List<Field> fields) {}

    /** @param link address of the form it came from, or null */
    public record Known(String label, String text, @Nullable String link) {}

    /** What is wrong with the page, with the field to jump to. */
    public record PageError(@Nullable String fieldId, String label, String message) {}

    /** One answer to choose from. */
    public record Option(String value, String label, boolean checked) {}

    /**
     * @param type text, textarea, number, date, datetime, select, radio, checkbox, checklist or note
     * @param hide FEEL condition for the page, or null
     */
    public record Field(
            String key,
            String id,
            String type,
            String label,
            @Nullable String help,
            boolean required,
            @Nullable String report,
            @Nullable String hide,
            boolean hiddenNow,
            List<Option> options,
            String value,
            boolean checked,
            @Nullable String error,
            @Nullable Integer maxLength,
            @Nullable String min,
            @Nullable String max,
            @Nullable String unit,
            @Nullable String width,
            String text) {}
}
