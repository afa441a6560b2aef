package jp.banso.oversight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How late a step is, or how soon it will be, in working days of the office where it lies. */
public enum DueBand {
    late31("31営業日以上の遅れ", true),
    late11("11〜30営業日の遅れ", true),
    late4("4〜10営業日の遅れ", true),
    late1("3営業日までの遅れ", true),
    today("今日まで", false),
    soon("5営業日以内", false),
    later("それより先", false),
    none("期限なし", false);

    private final String label;
    private final boolean overdue;

    DueBand(String label, boolean overdue) {
        this.label = label;
        this.overdue = overdue;
    }

    public String label() {
        return label;
    }

    public boolean overdue() {
        return overdue;
    }

    /** The bands that a word of an address names: {@code overdue}, {@code dueSoon} or one band; none for other words. */
    public static List<DueBand> named(@Nullable String word) {
        if (word == null) {
            return List.of();
        }
        return switch (word) {
            case "overdue" -> Arrays.stream(values()).filter(DueBand::overdue).toList();
            case "dueSoon" -> List.of(today, soon);
            default -> of(word).map(List::of).orElse(List.of());
        };
    }

    private static Optional<DueBand> of(String word) {
        return Arrays.stream(values()).filter(band -> band.name().equals(word)).findFirst();
    }
}
