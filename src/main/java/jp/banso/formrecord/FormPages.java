package jp.banso.formrecord;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.Consents;
import jp.banso.casefile.Visibility;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Prepares forms for showing: earlier answers, a draft or what was just typed, and what to mend. */
@Component
public class FormPages {

    private static final Set<String> SHORT = Set.of("datetime", "number");

    private final Records records;
    private final AnswerText texts;
    private final People people;
    private final Consents consents;
    private final ObjectProvider<StepRecorder> recorders;
    private final Clock clock;

    FormPages(
            Records records,
            AnswerText texts,
            People people,
            Consents consents,
            ObjectProvider<StepRecorder> recorders,
            Clock clock) {
        this.records = records;
        this.texts = texts;
        this.people = people;
        this.consents = consents;
        this.recorders = recorders;
        this.clock = clock;
    }

    /** Values a step's form starts with: marked earlier answers, what its capability knows, and today where the form says so. */
    public Map<String, Object> prefill(
            FormDefinition form, String businessKey, String step, String taskId, Member member) {
        Map<String, Object> known = records.known(businessKey);
        Map<String, Object> values = startValues(form);
        Predicate<FormField> readable = readable(businessKey, member);
        for (FormField field : form.questions()) {
            if (field.isPrefilled() && known.containsKey(field.key()) && readable.test(field)) {
                values.put(field.key(), known.get(field.key()));
            }
        }
        recorders
                .orderedStream()
                .filter(r -> r.steps().contains(step))
                .forEach(r -> values.putAll(r.prefill(businessKey, step, taskId)));
        values.keySet().retainAll(form.questions().stream().map(FormField::key).toList());
        return values;
    }

    /** Values a form starts with when nothing is known yet. */
    public Map<String, Object> startValues(FormDefinition form) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : form.questions()) {
            if ("today".equals(field.properties().get("default"))) {
                values.put(field.key(), LocalDate.now(clock).toString());
            }
        }
        return values;
    }

    /**
     * @param businessKey whose earlier answers are shown as known, or null
     * @param values what the fields hold: raw, as typed, or prefilled
     * @param officeId office whose staff may be chosen
     */
    public FormPage page(
            FormDefinition form,
            @Nullable String businessKey,
            Map<String, Object> values,
            List<FieldError> errors,
            Member member,
            String officeId) {
        Map<String, String> messages = new LinkedHashMap<>();
        errors.forEach(e -> messages.putIfAbsent(e.field(), e.message()));
        List<String> hidden = AnswerCheck.hidden(form, values);
        Map<String, Object> answers = businessKey == null ? Map.of() : records.known(businessKey);
        Predicate<FormField> readable = businessKey == null ? field -> false : readable(businessKey, member);
        List<FormPage.Part> parts = new ArrayList<>();
        List<FormPage.Known> known = new ArrayList<>();
        for (FormDefinition.Part part : form.parts()) {
            known.addAll(known(part, answers, readable));
            List<FormPage.Field> fields = part.fields().stream()
                    .filter(f -> !f.isKnown())
                    .map(f -> field(f, values, messages.get(f.key()), hidden.contains(f.key()), member, officeId))
                    .toList();
            if (!fields.isEmpty()) { // what is known in a part without questions is shown with the next one
                parts.add(
                        new FormPage.Part(part.id(), part.title(), parts.size() + 1, FormPage.Facts.of(known), fields));
                known.clear();
            }
        }
        List<FormField> required = form.questions().stream()
                .filter(f -> f.required() && !hidden.contains(f.key()))
                .toList();
        int done = (int)
                required.stream().filter(f -> isGiven(values.get(f.key()))).count();
        return new FormPage(List.copyOf(parts), pageErrors(form, errors), required.size(), done);
    }

    /** Earlier answers are shown only to whom domain/roles.md D-3 lets read their class; a meeting's are for all who run it. */
    private Predicate<FormField> readable(String businessKey, Member member) {
        if (businessKey.startsWith("M-")) {
            return field -> true;
        }
        Set<String> consented = consents.infoTypes(businessKey);
        return field -> Visibility.mayRead(field.dataClass(), member, consented);
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.equals(false) && !value.toString().isBlank();
    }

    private List<FormPage.PageError> pageErrors(FormDefinition form, List<FieldError> errors) {
        Map<String, String> ids = form.fields().collect(Collectors.toMap(FormField::key, FormField::key, (a, b) -> a));
        return errors.stream()
                .map(e -> new FormPage.PageError(ids.get(e.field()), e.label(), e.message()))
                .toList();
    }

    private List<FormPage.Known> known(
            FormDefinition.Part part, Map<String, Object> answers, Predicate<FormField> readable) {
        return part.fields().stream()
                .filter(f -> f.isKnown() && answers.get(f.key()) != null && readable.test(f))
                .map(f -> new FormPage.Known(f.label(), texts.text(f, answers.get(f.key())), null))
                .filter(k -> !k.text().isBlank())
                .toList();
    }

    private FormPage.Field field(
            FormField f,
            Map<String, Object> values,
            @Nullable String error,
            boolean hidden,
            Member member,
            String officeId) {
        Object value = values.get(f.key());
        List<FormPage.Option> options = f.isChoice() ? options(f, value, member, officeId) : List.of();
        return new FormPage.Field(
                f.key(),
                f.key(),
                type(f),
                f.label(),
                f.help(),
                f.required(),
                f.properties().get("report"),
                f.hide(),
                hidden,
                options,
                shown(f, value),
                isTicked(value),
                error,
                f.maxLength(),
                plain(f.min()),
                plain(f.max()),
                f.properties().get("unit"),
                width(f),
                f.type().equals("text") ? f.label() : "");
    }

    private static String type(FormField f) {
        return switch (f.type()) {
            case "textfield" -> "text";
            case "datetime" -> f.dateTime() ? "datetime" : "date";
            case "text" -> "note";
            default -> f.type();
        };
    }

    private static String shown(FormField f, @Nullable Object value) {
        if (value == null || value instanceof List<?>) {
            return "";
        }
        return f.type().equals("datetime") ? typedDate(value.toString()) : value.toString();
    }

    /** A stored date as staff would type it; what was typed and is no date stays as it is. */
    private static String typedDate(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
            return text;
        }
        try {
            String day = JapaneseDate.typed(LocalDate.parse(text.substring(0, 10)));
            return text.length() > 10 ? day + " " + text.substring(11, Math.min(16, text.length())) : day;
        } catch (DateTimeParseException noSuchDay) {
            return text;
        }
    }

    private static boolean isTicked(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value) || "on".equals(value);
    }

    private List<FormPage.Option> options(FormField f, @Nullable Object value, Member member, String officeId) {
        List<String> chosen = value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : value == null ? List.of() : List.of(value.toString());
        List<FormField.Option> options =
                f.optionsFrom() == null ? f.options() : sourced(f.optionsFrom(), member, officeId);
        return options.stream()
                .filter(FormField.Option::usable)
                .map(o -> new FormPage.Option(o.value(), o.label(), chosen.contains(o.value())))
                .toList();
    }

    /** Codes that may be chosen where the options are not in the form itself. */
    List<String> codes(FormField field, Member member, String officeId) {
        return sourced(String.valueOf(field.optionsFrom()), member, officeId).stream()
                .map(FormField.Option::value)
                .toList();
    }

    private List<FormField.Option> sourced(String source, Member member, String officeId) {
        return switch (source) {
            case "staff" ->
                people.inOffice(officeId, null).stream()
                        .map(m -> new FormField.Option(m.username(), m.displayName()))
                        .toList();
            case "contractorOffices" -> offices(member, "contractor");
            case "helloworkOffices" -> offices(member, "hellowork");
            default -> List.of();
        };
    }

    private List<FormField.Option> offices(Member member, String kind) {
        return people.offices(member.municipalityId(), kind).stream()
                .map((Office o) -> new FormField.Option(o.officeId(), o.name()))
                .toList();
    }

    private static @Nullable String plain(@Nullable Double number) {
        return number == null
                ? null
                : java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String width(FormField f) {
        if (SHORT.contains(f.type())) {
            return "short";
        }
        if (f.type().equals("select") || f.type().equals("radio")) { // more than five radios become a select
            return "medium";
        }
        return f.maxLength() != null && f.maxLength() <= 20
                ? "short"
                : f.maxLength() != null && f.maxLength() <= 60 ? "medium" : null;
    }
}
