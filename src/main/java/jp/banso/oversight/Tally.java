package jp.banso.oversight;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many steps, by band.
 *
 * @param oldestDue due time of the step that is due first
 * @param waiting how many of them wait for an answer
 */
public record Tally(int open, Map<DueBand, Integer> bands, int waiting, @Nullable LocalDateTime oldestDue) {

    public static final Tally EMPTY = new Tally(0, Map.of(), 0, null);

    public int of(DueBand band) {
        return bands.getOrDefault(band, 0);
    }

    public int overdue() {
        return bands.entrySet().stream()
                .filter(e -> e.getKey().overdue())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Due today or within five working days. */
    public int dueSoon() {
        return of(DueBand.today) + of(DueBand.soon);
    }

    Tally plus(Tally other) {
        Map<DueBand, Integer> sum = new EnumMap<>(DueBand.class);
        for (DueBand band : DueBand.values()) {
            sum.put(band, of(band) + other.of(band));
        }
        return new Tally(open + other.open, sum, waiting + other.waiting, earlier(oldestDue, other.oldestDue));
    }

    private static @Nullable LocalDateTime earlier(@Nullable LocalDateTime one, @Nullable LocalDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
