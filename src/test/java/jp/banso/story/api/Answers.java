package jp.banso.story.api;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.formrecord.AnswerCheck;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.FormField;
import org.jspecify.annotations.Nullable;

/**
 * Good answers to any form: what the story says, else what the product prefilled, else what leads along the main road,
 * else something believable if the form insists.
 */
public final class Answers {

    /** The answers that lead from reception over a job to closing. */
    private static final Map<String, Object> MAIN_ROAD = Map.ofEntries(
            entry("consentOutcome", "agreed"),
            entry("recipients", List.of("welfare", "hellowork", "contractor")),
            entry("infoTypes", List.of("attribute", "health", "money", "history")),
            entry("emergency", "no"),
            entry("screeningResult", "plan"),
            entry("specialistNeeded", "no"),
            entry("welfareNeeded", "no"),
            entry("declinesButNeeded", "no"),
            entry("undetermined", "no"),
            entry("infoOnly", "no"),
            entry("otherAgency", "no"),
            entry("priority", "employment"),
            entry("contractorUsed", "yes"),
            entry("contractorOffice", "npo-michishirube"),
            entry("usesHellowork", "yes"),
            entry("helloworkOffice", "hw-midorino"),
            entry("accompanyWanted", "no"),
            entry("reviewNeeded", "no"),
            entry("followUp", "no"));

    private Answers() {}

    /** Field and answer of the main road. */
    public static Map<String, Object> mainRoad() {
        return MAIN_ROAD;
    }

    /** @param own what the story says; a null leaves the field empty */
    public static Map<String, Object> to(
            FormDefinition form,
            Map<String, Object> prefilled,
            Map<String, ? extends @Nullable Object> own,
            LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : form.questions()) {
            Object value = own.containsKey(field.key()) ? own.get(field.key()) : usual(field, prefilled, today);
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        boolean changed = true;
        while (changed) { // hiding may cascade
            List<String> hidden = AnswerCheck.hidden(form, values);
            changed = values.keySet().removeIf(key -> hidden.contains(key) && !own.containsKey(key));
        }
        own.forEach((key, value) -> {
            if (value != null) {
                values.putIfAbsent(key, value);
            }
        });
        return values;
    }

    private static @Nullable Object usual(FormField field, Map<String, Object> prefilled, LocalDate today) {
        Object known = prefilled.get(field.key());
        if (known != null) {
            return known;
        }
        if (MAIN_ROAD.containsKey(field.key())) {
            return MAIN_ROAD.get(field.key());
        }
        return field.required() ? believable(field, today) : null;
    }

    private static Object believable(FormField field, LocalDate today) {
        return switch (field.type()) {
            case "checkbox" -> true;
            case "number" -> field.min() == null ? 1 : Math.max(1, field.min().intValue());
            case "datetime" -> today.toString();
            case "checklist" -> List.of(field.options().get(0).value());
            case "select", "radio" -> field.options().get(0).value();
            default -> text(field, today);
        };
    }

    private static String text(FormField field, LocalDate today) {
        String pattern = String.valueOf(field.pattern());
        if (pattern.contains("[0-5][0-9]")) {
            return "14:00";
        }
        if (pattern.startsWith("^20")) {
            return today.toString().substring(0, 7);
        }
        String text = "本人と確かめました";
        return field.maxLength() != null && field.maxLength() < text.length() ? "第1回" : text;
    }
}
