package jp.banso.processengine.internal.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a table said: the values of each rule that held, as texts; none when no rule held. */
public record Outcome(List<Map<String, String>> rows) {

    /** Two rules held where only one may. */
    public static final Outcome OVERLAP = new Outcome(List.of(Map.of("", "!")));

    static Outcome of(List<Map<String, @Nullable Object>> rows) {
        return new Outcome(rows.stream().map(Outcome::texts).toList());
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> row) {
        Map<String, String> texts = new TreeMap<>();
        row.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    /** Numbers are the same however they were stored. */
    static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
