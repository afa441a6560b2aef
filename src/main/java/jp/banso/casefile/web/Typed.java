package jp.banso.casefile.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CannotStore;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into small forms. */
final class Typed {

    private Typed() {}

    /** A date in either calendar, or null for nothing. */
    static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var outcome = JapaneseDate.parse(text);
        if (outcome instanceof JapaneseDate.Parsed parsed) {
            return parsed.date();
        }
        throw new CannotStore(field, ((JapaneseDate.NotADate) outcome).message());
    }

    /** A date that must be there. */
    static LocalDate requiredDate(String field, @Nullable String text) {
        var date = date(field, text);
        if (date == null) {
            throw new CannotStore(field, "日付を書いてください。");
        }
        return date;
    }

    /** A day and a time such as 14:05; midday is assumed for a day alone. */
    static @Nullable LocalDateTime moment(String field, @Nullable String day, @Nullable String time) {
        var date = date(field, day);
        if (date == null) {
            return null;
        }
        if (time == null || time.isBlank()) {
            return date.atTime(LocalTime.MIN);
        }
        var parts = Normalizer.normalize(time, Normalizer.Form.NFKC).strip().split("[:時]");
        try {
            var minute = parts.length < 2 ? 0 : Integer.parseInt(parts[1].replace("分", ""));
            return date.atTime(Integer.parseInt(parts[0]), minute);
        } catch (RuntimeException notATime) {
            throw new CannotStore(field, "時刻は 14:05 のように書いてください。");
        }
    }

    /** A whole number, or null for nothing. */
    static @Nullable Integer number(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(
                    Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        } catch (NumberFormatException notANumber) {
            throw new CannotStore(field, "数字で書いてください。");
        }
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
