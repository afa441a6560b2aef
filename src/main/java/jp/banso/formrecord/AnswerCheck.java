package jp.banso.formrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.processengine.FormConditions;
import org.jspecify.annotations.Nullable;

/** Checks a raw answer against the form that asked for it; the same rules whoever sends it. */
public final class AnswerCheck {

    private AnswerCheck() {}

    /** @param errors empty when the answer is good */
    public record Checked(Answer answer, List<FieldError> errors) {}

    /**
     * @param raw values by field key: text, numbers, booleans or lists, as a page or a script sends them
     */
    public static Checked check(FormDefinition form, Map<String, Object> raw) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, FormField> asked = new LinkedHashMap<>();
        form.questions().forEach(f -> asked.put(f.key(), f));
        for (String key : raw.keySet()) {
            if (!asked.containsKey(key)) {
                errors.add(new FieldError(key, key, "この様式にない項目です。"));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : asked.values()) {
            FieldValue.Outcome outcome = FieldValue.read(field, raw.get(field.key()));
            if (outcome.value() != null) {
                values.put(field.key(), outcome.value());
            }
            if (outcome.error() != null) {
                errors.add(error(field, outcome.error()));
            }
        }
        dropHidden(asked, values, errors);
        return new Checked(new Answer(values), List.copyOf(errors));
    }

    /** Keys of fields that are not asked because of other answers. */
    public static List<String> hidden(FormDefinition form, Map<String, Object> values) {
        return form.fields()
                .filter(f -> isHidden(f, values, form))
                .map(FormField::key)
                .toList();
    }

    private static boolean isHidden(FormField field, Map<String, Object> values, FormDefinition form) {
        return field.hide() != null && FormConditions.isTrue(field.hide(), context(form.questions(), values));
    }

    /** A hidden field is not stored, and nothing about it is an error; hiding may cascade. */
    private static void dropHidden(Map<String, FormField> asked, Map<String, Object> values, List<FieldError> errors) {
        Map<String, Boolean> answered = new HashMap<>(); // many fields hang on the same condition
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FormField field : asked.values()) {
                String hide = field.hide();
                if (hide == null
                        || !answered.computeIfAbsent(
                                hide, c -> FormConditions.isTrue(c, context(asked.values(), values)))) {
                    continue;
                }
                errors.removeIf(e -> e.field().equals(field.key()));
                if (values.remove(field.key()) != null) {
                    changed = true;
                    answered.clear();
                }
            }
        }
    }

    private static Map<String, Object> context(Iterable<FormField> fields, Map<String, Object> values) {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        fields.forEach(f -> context.put(f.key(), values.get(f.key())));
        return context;
    }

    private static FieldError error(FormField field, String message) {
        return new FieldError(field.key(), field.label(), message);
    }
}
