package jp.banso.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.story.api.Answers;
import org.jspecify.annotations.Nullable;

/**
 * Fills the form on the screen as a person does: what the story says, and something believable wherever the form insists.
 * Choices come first, because they decide what else is asked.
 */
final class FormFiller {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checkbox", "checklist");
    private static final int ROUNDS = 6;
    private static final Map<String, String> NUMBERS =
            Map.of("weeklyHours", "20", "wage", "1100", "retentionYears", "5", "planRound", "1");
    private static final String FIELDS =
            """
            form => [...form.querySelectorAll('[data-field][data-type]')]
              .filter(field => !field.hidden && field.offsetParent !== null)
              .map(field => {
                const inputs = [...field.querySelectorAll('input, select, textarea')];
                const tick = input => /^(radio|checkbox)$/.test(input.type);
                const options = inputs[0].tagName === 'SELECT' ? [...inputs[0].options] : inputs;
                return {
                  key: field.dataset.field, type: field.dataset.type, required: field.dataset.required === 'yes',
                  control: inputs[0].tagName === 'SELECT' ? 'select' : inputs[0].type,
                  limit: Number(inputs[0].dataset.limit || 1000),
                  options: options.map(option => option.value).filter(Boolean),
                  answered: inputs.some(input => tick(input) ? input.checked : input.value.trim() !== '')};
              })
            """;

    private final Locator form;
    private final Map<String, ?> own;
    private final LocalDate today;
    private final Set<String> done = new HashSet<>();

    private FormFiller(Locator form, Map<String, ?> own, LocalDate today) {
        this.form = form;
        this.own = own;
        this.today = today;
    }

    record Field(
            String key,
            String type,
            String control,
            boolean required,
            boolean answered,
            int limit,
            List<String> options) {}

    static void fill(Locator form, Map<String, ?> own, LocalDate today) {
        FormFiller filler = new FormFiller(form, own, today);
        for (int round = 0; round < ROUNDS && filler.answers(true); round++) {
            assertThat(round).as("a form that asks for ever").isLessThan(ROUNDS - 1);
        }
        filler.answers(false);
        Set<String> unasked = new LinkedHashSet<>(own.keySet());
        unasked.removeAll(filler.done);
        assertThat(unasked).as("what the story says, and the form does not ask").isEmpty();
    }

    private boolean answers(boolean choices) {
        boolean any = false;
        for (Field field : shown()) {
            if (CHOICES.contains(field.type()) != choices
                    || done.contains(field.key())
                    || !at(field.key()).first().isVisible()) {
                continue;
            }
            done.add(field.key());
            Object value = value(field);
            if (value != null) {
                write(field, value);
                any = true;
            }
        }
        return any;
    }

    private @Nullable Object value(Field field) {
        if (own.containsKey(field.key())) {
            return own.get(field.key());
        }
        if (field.answered()) {
            return null;
        }
        Object usual = Answers.mainRoad().get(field.key());
        return usual != null ? usual : field.required() ? believable(field) : null;
    }

    private Object believable(Field field) {
        return switch (field.type()) {
            case "checkbox" -> true;
            case "checklist" -> List.of(field.options().get(0));
            case "radio", "select" -> field.options().get(0);
            case "number" -> NUMBERS.getOrDefault(field.key(), "1");
            case "date" -> today;
            case "datetime" -> Wareki.of(today) + " 14:00";
            default -> text(field);
        };
    }

    private String text(Field field) {
        if (field.key().equals("ledgerMonth")) {
            return today.toString().substring(0, "2026-11".length());
        }
        String text = field.key().endsWith("Time") ? "14:00" : "本人と確かめました。";
        return text.length() > field.limit() ? text.substring(0, field.limit()) : text;
    }

    private void write(Field field, Object value) {
        switch (field.control()) {
            case "radio" -> choice(field.key(), value).check();
            case "checkbox" -> tick(field, value);
            case "select" -> at(field.key()).locator("select").selectOption(value.toString());
            default -> at(field.key()).locator("input, textarea").fill(typed(value));
        }
    }

    private void tick(Field field, Object value) {
        if (value instanceof List<?> chosen) {
            for (String option : field.options()) {
                choice(field.key(), option).setChecked(chosen.contains(option));
            }
        } else {
            at(field.key()).locator("input").setChecked(Boolean.TRUE.equals(value));
        }
    }

    private static String typed(Object value) {
        return value instanceof LocalDate date ? Wareki.of(date) : value.toString();
    }

    private Locator at(String key) {
        return form.locator("[data-field='" + key + "']");
    }

    private Locator choice(String key, Object value) {
        return at(key).locator("input[value='" + value + "']");
    }

    private List<Field> shown() {
        List<Field> fields = new ArrayList<>();
        for (Object each : (List<?>) form.evaluate(FIELDS)) {
            Map<String, Object> seen = new HashMap<>();
            ((Map<?, ?>) each).forEach((name, what) -> seen.put((String) name, what));
            fields.add(new Field(
                    (String) seen.get("key"),
                    (String) seen.get("type"),
                    (String) seen.get("control"),
                    (Boolean) seen.get("required"),
                    (Boolean) seen.get("answered"),
                    ((Number) seen.get("limit")).intValue(),
                    ((List<?>) seen.get("options"))
                            .stream().map(String.class::cast).toList()));
        }
        return fields;
    }
}
