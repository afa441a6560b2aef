package jp.banso.formrecord;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as the page shows it: what is known, what is asked, what was typed, what is wrong. */
public record FormPage(List<Part> parts, List<PageError> errors, int requiredTotal, int requiredDone) {

    /**
     * @param no position, counted from 1
     * @param facts what is known already, shown where the part begins
     */
    public record Part(String id, String title, int no, Facts facts, List<Field> fields) {

        /** Nothing is asked here as the answers stand. */
        public boolean hiddenNow() {
            return fields.stream().allMatch(Field::hiddenNow);
        }
    }

    /**
     * @param shown the first few, so that the questions stay in sight
     * @param more the others, behind a word to open them
     */
    public record Facts(List<Known> shown, List<Known> more) {

        /** About two lines of the panel. */
        private static final int ROOM = 92;

        private static final int GAP = 3;

        /** As many as fit two lines, in the order of the form. */
        static Facts of(List<Known> known) {
            int room = ROOM;
            int fit = 0;
            while (fit < known.size() && room >= width(known.get(fit))) {
                room -= width(known.get(fit++));
            }
            return new Facts(List.copyOf(known.subList(0, fit)), List.copyOf(known.subList(fit, known.size())));
        }

        private static int width(Known known) {
            return known.text().lines().count() > 1
                    ? ROOM + 1
                    : known.label().length() + known.text().length() + GAP;
        }

        public boolean isEmpty() {
            return shown.isEmpty() && more.isEmpty();
        }
    }

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
