package jp.banso.handover;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handover would do, as things are now.
 *
 * @param elsewhere open cases that the leaving worker leads for other offices; they are not moved
 */
public record Plan(List<Row> rows, List<Change> loads, int elsewhere) {

    /**
     * One item.
     *
     * @param steps open steps that the leaving worker holds of it
     * @param fitting usernames of receivers who may take it
     * @param problem why it cannot move as it stands, in Japanese; null when it can
     */
    public record Row(HandoverItem item, int steps, int overdue, List<String> fitting, @Nullable String problem) {}

    /** One receiver before and after. */
    public record Change(Load before, Load after) {}

    /** Rows that somebody takes. */
    public long taken() {
        return rows.stream()
                .filter(row -> row.problem() == null && row.item().receiver() != null)
                .count();
    }

    public List<Row> problems() {
        return rows.stream().filter(row -> row.problem() != null).toList();
    }

    /** How many items each receiver gets. */
    public Map<String, Long> perReceiver() {
        return rows.stream()
                .filter(row -> row.problem() == null && row.item().receiver() != null)
                .collect(java.util.stream.Collectors.groupingBy(
                        row -> String.valueOf(row.item().receiver()), java.util.stream.Collectors.counting()));
    }
}
