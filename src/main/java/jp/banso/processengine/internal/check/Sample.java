package jp.banso.processengine.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that stands for all values a column of a decision table cannot tell from it.
 *
 * @param shown how people write it
 * @param expected whether a case may really come with it, as far as is known
 */
record Sample(Object value, String shown, boolean expected) {

    private static final String OTHER = "\u0000";
    private static final Sample ANY = new Sample(Boolean.TRUE, "なんでも", true);

    /**
     * The literals of a column, one value between and one beyond them. None if the column mixes kinds.
     *
     * @param domain the values that can come; empty if not known
     */
    static List<Sample> of(DecisionTable.Column column, List<List<String>> tests, Set<String> domain) {
        var literals = tests.stream()
                .flatMap(List::stream)
                .filter(token -> Feel.isText(token) || Feel.isNumber(token) || Feel.isBoolean(token))
                .collect(Collectors.toSet());
        if (column.type().equals("boolean")
                || !literals.isEmpty() && literals.stream().allMatch(Feel::isBoolean)) {
            return List.of(new Sample(true, "はい", true), new Sample(false, "いいえ", true));
        }
        if (literals.isEmpty()) {
            return List.of(ANY);
        }
        if (literals.stream().allMatch(Feel::isText)) {
            return texts(literals, domain);
        }
        return literals.stream().allMatch(Feel::isNumber) ? numbers(column, literals) : List.of();
    }

    private static List<Sample> texts(Set<String> literals, Set<String> domain) {
        var all = Stream.concat(domain.stream(), literals.stream().map(Feel::text))
                .distinct()
                .map(text -> new Sample(text, "「" + text + "」", domain.isEmpty() || domain.contains(text)))
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(new Sample(OTHER, "ほかの値", false));
        return all;
    }

    private static List<Sample> numbers(DecisionTable.Column column, Set<String> literals) {
        var points = literals.stream().map(BigDecimal::new).collect(Collectors.toCollection(TreeSet::new));
        var whole = column.type().matches("integer|long");
        var all = new ArrayList<Sample>();
        // below nothing there is nothing: the numbers of this product are counts, days and amounts
        all.add(number(points.first().subtract(BigDecimal.ONE), points.first().signum() != 0));
        BigDecimal before = null;
        for (var point : points) {
            if (before != null && (!whole || point.subtract(before).compareTo(BigDecimal.ONE) > 0)) {
                all.add(number(
                        whole ? before.add(BigDecimal.ONE) : before.add(point).divide(BigDecimal.valueOf(2)), true));
            }
            all.add(number(point, true));
            before = point;
        }
        all.add(number(points.last().add(BigDecimal.ONE), true));
        return all;
    }

    private static Sample number(BigDecimal value, boolean expected) {
        return new Sample(value, value.stripTrailingZeros().toPlainString(), expected);
    }
}
