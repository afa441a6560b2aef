package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gaps, overlaps and rules that never come to their turn in a decision table. Tries every value the cells can tell apart;
 * rules with cells that cannot be tried are left out in silence.
 */
final class TableCheck {

    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY");
    private static final int MAX_TRIES = 20_000;
    private static final int MAX_OVERLAPS = 20;

    private final DecisionTable table;
    private final Findings findings;
    private final List<DecisionTable.Rule> rules = new ArrayList<>();
    private final List<List<Sample>> samples = new ArrayList<>();
    private final List<List<BitSet>> matches = new ArrayList<>();

    /** What was seen when all values were tried. */
    private final BitSet reached = new BitSet();

    private final Set<List<Integer>> overlaps = new HashSet<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private boolean given = true;

    private TableCheck(DecisionTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /** @param domains for each input that forms answer, the answers that can come */
    static void check(DecisionTable table, Map<String, Set<String>> domains, Findings findings) {
        var rules = table.rules().size();
        if (POLICIES.contains(table.policy()) && table.isEven() && rules > 0 && rules <= DmnCheck.MAX_RULES) {
            new TableCheck(table, findings).check(domains);
        }
    }

    private void check(Map<String, Set<String>> domains) {
        var tests = new HashMap<String, Boolean>();
        table.rules().stream()
                .filter(rule -> rule.tests().stream().allMatch(test -> tests.computeIfAbsent(test, Feel::isSimpleTest)))
                .forEach(rules::add);
        for (int column = 0; column < table.columns().size(); column++) {
            if (!prepare(column, domains)) {
                return;
            }
        }
        var all = new BitSet();
        all.set(0, rules.size());
        rulesAgainstEachOther(all);
        if (rules.size() == table.rules().size()) {
            gap(all);
        }
    }

    private boolean prepare(int index, Map<String, Set<String>> domains) {
        var column = table.columns().get(index);
        var tests = rules.stream().map(rule -> rule.tests().get(index)).toList();
        var tokens = tests.stream().map(test -> Feel.simple(test).orElseThrow()).toList();
        var domain =
                column.allowed().isEmpty() ? domains.getOrDefault(column.expression(), Set.of()) : column.allowed();
        strangers(index, domain);
        var values = Sample.of(column, tokens, domain);
        var different = new HashSet<>(tests);
        var slow = different.stream().filter(test -> !Feel.isTextList(test)).count();
        if (values.isEmpty() || slow * values.size() > MAX_TRIES) {
            return false;
        }
        samples.add(values);
        matches.add(matches(tests, different, values));
        return true;
    }

    /** For each sample the rules whose cell it passes; cells with the same text are tried once. */
    private static List<BitSet> matches(List<String> tests, Set<String> different, List<Sample> values) {
        var passed = new HashMap<String, BitSet>();
        for (var test : different) {
            var predicate = Feel.test(test);
            var passing = new BitSet();
            IntStream.range(0, values.size())
                    .filter(i -> predicate.test(values.get(i).value()))
                    .forEach(passing::set);
            passed.put(test, passing);
        }
        return IntStream.range(0, values.size())
                .mapToObj(sample -> IntStream.range(0, tests.size())
                        .filter(rule -> passed.get(tests.get(rule)).get(sample))
                        .collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
    }

    /** Values in a column that no answer can be: a misspelling, or an answer that was taken off the form. */
    private void strangers(int index, Set<String> domain) {
        for (var rule : domain.isEmpty() ? List.<DecisionTable.Rule>of() : rules) {
            Feel.texts(rule.tests().get(index)).stream()
                    .filter(text -> !domain.contains(text))
                    .forEach(text -> findings.warning(
                            rule.node(),
                            "「%s」に「%s」という答えはありません。",
                            table.columns().get(index).label(),
                            text));
        }
    }

    private void rulesAgainstEachOther(BitSet all) {
        walk(0, all);
        if (!given) {
            return;
        }
        if (table.policy().equals("FIRST")) {
            for (int i = 0; i < rules.size(); i++) {
                if (!reached.get(i)) {
                    findings.warning(rules.get(i).node(), "この規則は使われません。前の規則がいつも先に当てはまります。");
                }
            }
            return;
        }
        overlaps.stream()
                .sorted((a, b) -> a.get(1).equals(b.get(1)) ? a.get(0) - b.get(0) : a.get(1) - b.get(1))
                .filter(pair -> table.policy().equals("UNIQUE")
                        || !rules.get(pair.get(0))
                                .results()
                                .equals(rules.get(pair.get(1)).results()))
                .limit(MAX_OVERLAPS)
                .forEach(pair -> findings.error(
                        rules.get(pair.get(1)).node(),
                        "%sと重なっています。両方が当てはまると、決められずに止まります。",
                        NodeNames.rule(rules.get(pair.get(0)).node())));
    }

    /** Tries all values; rows of values that leave the same rules are one row. */
    private void walk(int column, BitSet left) {
        if (!given || !seen.add(List.of(column, left)) || left.isEmpty()) {
            return;
        }
        if (seen.size() > MAX_TRIES) {
            given = false;
            return;
        }
        if (column == matches.size()) {
            reached.set(left.nextSetBit(0));
            pairs(left);
            return;
        }
        for (var match : new HashSet<>(matches.get(column))) {
            walk(column + 1, both(left, match));
        }
    }

    private void pairs(BitSet left) {
        if (table.policy().equals("FIRST") || overlaps.size() > MAX_TRIES) {
            return;
        }
        var hit = left.stream().boxed().toList();
        for (int i = 0; i + 1 < hit.size(); i++) {
            overlaps.add(List.of(hit.get(i), hit.get(i + 1)));
        }
    }

    private void gap(BitSet all) {
        seen.clear();
        var example = missing(0, all);
        if (example != null) {
            var words = new TreeSet<Integer>();
            IntStream.range(0, example.size())
                    .filter(i -> samples.get(i).size() > 1)
                    .forEach(words::add);
            findings.warning(
                    table.node(),
                    "どの規則にも当てはまらない場合があります。例：%s",
                    String.join(
                            "、",
                            words.stream()
                                    .map(i -> table.columns().get(i).label() + "が" + example.get(i))
                                    .toList()));
        }
    }

    /** Values, one for each column up to the last that matters, for which no rule is left; or null. */
    private @Nullable List<String> missing(int column, BitSet left) {
        if (left.isEmpty()) {
            return List.of();
        }
        if (column == matches.size() || seen.size() > MAX_TRIES || !seen.add(List.of(column, left))) {
            return null;
        }
        for (int i = 0; i < matches.get(column).size(); i++) {
            var sample = samples.get(column).get(i);
            var rest = sample.expected()
                    ? missing(column + 1, both(left, matches.get(column).get(i)))
                    : null;
            if (rest != null) {
                var example = new ArrayList<>(List.of(sample.shown()));
                example.addAll(rest);
                return example;
            }
        }
        return null;
    }

    private static BitSet both(BitSet left, BitSet match) {
        var both = (BitSet) left.clone();
        both.and(match);
        return both;
    }
}
