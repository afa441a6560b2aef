package jp.banso.formrecord;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A validated answer to a form: text as String, numbers as Long or Double, single ticks as Boolean, several choices as
 * List of codes, dates as ISO String.
 */
public record Answer(Map<String, Object> values) {

    public Answer {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(Object::toString).filter(s -> !s.isBlank());
    }

    public Optional<LocalDate> date(String field) {
        return text(field).map(s -> LocalDate.parse(s.substring(0, 10)));
    }

    public Optional<LocalDateTime> dateTime(String field) {
        return text(field)
                .map(s -> s.length() > 10
                        ? LocalDateTime.parse(s.substring(0, 16))
                        : LocalDate.parse(s).atStartOfDay());
    }

    public Optional<Long> number(String field) {
        return values.get(field) instanceof Number n ? Optional.of(n.longValue()) : Optional.empty();
    }

    public boolean ticked(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    public List<String> choices(String field) {
        return values.get(field) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    public boolean is(String field, String code) {
        return code.equals(values.get(field));
    }
}
