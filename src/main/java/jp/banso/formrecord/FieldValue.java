package jp.banso.formrecord;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import org.jspecify.annotations.Nullable;

/** Reads one raw value as its field wants it, or says in Japanese what to mend. */
final class FieldValue {

    private static final int TEXT_LIMIT = 20_000;
    private static final int LONGEST_NUMBER = 30;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private FieldValue() {}

    /** Either a value, or an error, or neither when nothing was given and nothing is required. */
    record Outcome(@Nullable Object value, @Nullable String error) {
        static Outcome of(Object value) {
            return new Outcome(value, null);
        }

        static Outcome wrong(String error) {
            return new Outcome(null, error);
        }
    }

    static Outcome read(FormField field, @Nullable Object raw) {
        Object given = isEmpty(raw) ? null : raw;
        if (field.type().equals("checkbox")) {
            return tick(field, given);
        }
        if (given == null) {
            return field.required() ? Outcome.wrong(requiredMessage(field)) : new Outcome(null, null);
        }
        return switch (field.type()) {
            case "number" -> number(field, given);
            case "datetime" -> date(field, given);
            case "checklist" -> choices(field, given);
            case "select", "radio" -> choice(field, given);
            default -> text(field, given);
        };
    }

    private static boolean isEmpty(@Nullable Object raw) {
        return raw == null || raw instanceof String s && s.isBlank() || raw instanceof Collection<?> c && c.isEmpty();
    }

    private static String requiredMessage(FormField field) {
        return field.label() + (field.isChoice() ? "を選んでください。" : "を入れてください。");
    }

    private static Outcome tick(FormField field, @Nullable Object given) {
        boolean ticked = given instanceof Boolean b
                ? b
                : given != null && Set.of("true", "on", "yes").contains(given.toString());
        if (field.required() && !ticked) {
            return Outcome.wrong("「" + field.label() + "」を確かめて、印を付けてください。");
        }
        return Outcome.of(ticked);
    }

    private static Outcome number(FormField field, Object given) {
        String text = Normalizer.normalize(given.toString(), Normalizer.Form.NFKC)
                .replace(",", "")
                .strip();
        BigDecimal number;
        if (text.length() > LONGEST_NUMBER) {
            return Outcome.wrong("数字で入れてください。例：12");
        }
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return Outcome.wrong("数字で入れてください。例：12");
        }
        if (number.abs().compareTo(LARGEST) > 0) {
            return Outcome.wrong("数が大きすぎます。確かめてください。");
        }
        if (field.min() != null && number.doubleValue() < field.min()) {
            return Outcome.wrong(plain(field.min()) + "以上の数を入れてください。");
        }
        if (field.max() != null && number.doubleValue() > field.max()) {
            return Outcome.wrong(plain(field.max()) + "以下の数を入れてください。");
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return Outcome.of(whole ? (Object) number.longValue() : (Object) number.doubleValue());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Outcome date(FormField field, Object given) {
        String text =
                Normalizer.normalize(given.toString(), Normalizer.Form.NFKC).strip();
        String time = "";
        if (field.dateTime()) {
            int gap = Math.max(text.lastIndexOf(' '), text.lastIndexOf('T'));
            if (gap > 0) {
                time = text.substring(gap + 1);
                text = text.substring(0, gap).strip();
            }
        }
        JapaneseDate.Outcome outcome = JapaneseDate.parse(text);
        if (outcome instanceof JapaneseDate.NotADate wrong) {
            return Outcome.wrong(wrong.message());
        }
        LocalDate date = ((JapaneseDate.Parsed) outcome).date();
        return time.isEmpty() ? Outcome.of(date.toString()) : time(date, time);
    }

    private static Outcome time(LocalDate date, String text) {
        var matcher = java.util.regex.Pattern.compile("(\\d{1,2})[:時](\\d{2})分?(:\\d{2})?([+Z].*)?")
                .matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 23 || Integer.parseInt(matcher.group(2)) > 59) {
            return Outcome.wrong("時刻は「14:30」のように入れてください。");
        }
        return Outcome.of("%sT%02d:%s".formatted(date, Integer.parseInt(matcher.group(1)), matcher.group(2)));
    }

    private static Outcome choice(FormField field, Object given) {
        String code = given.toString();
        if (field.optionsFrom() != null) {
            return code.length() <= 64 ? Outcome.of(code) : Outcome.wrong("選びなおしてください。");
        }
        return codes(field).contains(code) ? Outcome.of(code) : Outcome.wrong("選択肢から選んでください。");
    }

    private static Outcome choices(FormField field, Object given) {
        Collection<?> list = given instanceof Collection<?> c ? c : List.of(given);
        Set<String> allowed = codes(field);
        List<String> chosen = new ArrayList<>();
        for (Object item : list) {
            if (!allowed.contains(item.toString())) {
                return Outcome.wrong("選択肢から選んでください。");
            }
            if (!chosen.contains(item.toString())) {
                chosen.add(item.toString());
            }
        }
        return Outcome.of(List.copyOf(chosen));
    }

    private static Set<String> codes(FormField field) {
        return field.options().stream()
                .filter(FormField.Option::usable)
                .map(FormField.Option::value)
                .collect(Collectors.toSet());
    }

    private static Outcome text(FormField field, Object given) {
        if (given instanceof Collection<?> || given instanceof java.util.Map<?, ?>) {
            return Outcome.wrong("文字で入れてください。");
        }
        String text = given.toString().strip().replace("\r\n", "\n");
        int length = text.codePointCount(0, text.length());
        int max = field.maxLength() == null ? TEXT_LIMIT : field.maxLength();
        if (length > max) {
            return Outcome.wrong(max + "文字までにしてください（いま" + length + "文字）。");
        }
        if (field.minLength() != null && length < field.minLength()) {
            return Outcome.wrong(field.minLength() + "文字以上で書いてください。");
        }
        if (field.pattern() != null && !text.matches(field.pattern())) {
            return Outcome.wrong(field.label() + "の形がちがいます。" + (field.help() == null ? "" : field.help()));
        }
        if (MyNumber.isIn(text)) {
            return Outcome.wrong("個人番号（マイナンバー）と思われる12けたの数字があります。この製品には書けません。");
        }
        return Outcome.of(text);
    }
}
