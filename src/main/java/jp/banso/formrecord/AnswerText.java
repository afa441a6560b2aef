package jp.banso.formrecord;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.casefile.Visibility;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers as people read them: labels instead of codes, dates in the Japanese calendar. */
@Component
class AnswerText {

    private final People people;

    AnswerText(People people) {
        this.people = people;
    }

    /** Every answered field, in the order of the form. */
    List<Detail> details(FormDefinition form, Answer answer) {
        List<Detail> details = new ArrayList<>();
        for (FormField field : form.questions()) {
            Object value = answer.values().get(field.key());
            if (value != null && !Boolean.FALSE.equals(value)) {
                details.add(new Detail(field.label(), text(field, value), field.dataClass()));
            }
        }
        return details;
    }

    /** The one sentence of the answer, if the form has a field for it. */
    @Nullable
    String summary(FormDefinition form, Answer answer) {
        return form.questions().stream()
                .filter(FormField::isSummary)
                .map(f -> answer.text(f.key()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Who may read that sentence. */
    String summaryClass(FormDefinition form, Answer answer) {
        return form.questions().stream()
                .filter(f -> f.isSummary() && answer.text(f.key()).isPresent())
                .map(FormField::dataClass)
                .findFirst()
                .orElse(Visibility.STORY);
    }

    String text(FormField field, Object value) {
        return switch (field.type()) {
            case "checkbox" -> Boolean.TRUE.equals(value) ? "はい" : "いいえ";
            case "checklist" ->
                value instanceof List<?> list
                        ? list.stream().map(v -> label(field, v.toString())).collect(Collectors.joining("、"))
                        : label(field, value.toString());
            case "select", "radio" -> label(field, value.toString());
            case "datetime" -> date(value.toString());
            case "number" ->
                java.text.NumberFormat.getInstance(java.util.Locale.JAPAN).format(value) + unit(field);
            default -> value.toString();
        };
    }

    private String label(FormField field, String code) {
        if (field.optionsFrom() != null) {
            return field.optionsFrom().equals("staff")
                    ? people.nameOf(code)
                    : people.office(code).map(Office::name).orElse(code);
        }
        Map<String, String> labels = field.options().stream()
                .collect(Collectors.toMap(FormField.Option::value, FormField.Option::label, (a, b) -> a));
        return labels.getOrDefault(code, code);
    }

    private static String date(String iso) {
        if (iso.length() <= 10) {
            return JapaneseDate.full(LocalDate.parse(iso));
        }
        LocalDateTime at = LocalDateTime.parse(iso);
        return JapaneseDate.full(at.toLocalDate()) + " %d:%02d".formatted(at.getHour(), at.getMinute());
    }

    private static String unit(FormField field) {
        return field.properties().getOrDefault("unit", "");
    }
}
