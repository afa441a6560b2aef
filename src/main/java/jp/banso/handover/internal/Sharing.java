package jp.banso.handover.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.handover.SharingRule;
import org.jspecify.annotations.Nullable;

/**
 * Gives every portion to one of those who may take it. Balanced: always to whoever then has least, the heaviest and the
 * least free portions first, and afterwards from the fullest to the emptiest as long as that evens out. Portions with
 * steps and overdue ones come when the loads are even already, so that they are spread, too.
 */
final class Sharing {

    /**
     * @param weight at least 1
     * @param steps open steps that come with it
     * @param fitting usernames of who may take it
     */
    record Portion(
            String key, @Nullable String category, int weight, int steps, boolean overdue, List<String> fitting) {}

    private final List<String> receivers;
    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Integer> overdue = new HashMap<>();

    /** @param before weight that each receiver has already; the order breaks ties */
    Sharing(Map<String, Integer> before) {
        this.receivers = List.copyOf(before.keySet());
        weights.putAll(before);
    }

    /**
     * Item to receiver; null where nobody fits.
     *
     * @param categories category to who takes it
     */
    Map<String, @Nullable String> share(List<Portion> portions, SharingRule rule, Map<String, String> categories) {
        var shares = new LinkedHashMap<String, @Nullable String>();
        portions.forEach(portion -> shares.put(portion.key(), null));
        var rest = new ArrayList<Portion>();
        for (var portion : portions) {
            var fixed = fixed(portion, rule, categories);
            if (fixed == null) {
                rest.add(portion);
            } else {
                give(portion, fixed, shares);
            }
        }
        if (rule != SharingRule.ONE) {
            balance(rest, shares);
        }
        return shares;
    }

    private @Nullable String fixed(Portion portion, SharingRule rule, Map<String, String> categories) {
        var wanted =
                switch (rule) {
                    case ONE -> receivers.get(0);
                    case CATEGORY -> portion.category() == null ? null : categories.get(portion.category());
                    case BALANCE -> null;
                };
        return wanted != null && portion.fitting().contains(wanted) ? wanted : null;
    }

    private void balance(List<Portion> rest, Map<String, @Nullable String> shares) {
        var order = Comparator.comparingInt((Portion p) -> p.fitting().size())
                .thenComparing(Comparator.comparingInt(Portion::weight).reversed())
                .thenComparing(Portion::overdue)
                .thenComparingInt(Portion::steps)
                .thenComparing(Portion::key);
        var sorted =
                rest.stream().filter(p -> !p.fitting().isEmpty()).sorted(order).toList();
        for (var portion : sorted) {
            give(portion, emptiest(portion.fitting()), shares);
        }
        while (evenOut(sorted, shares)) {
            // goes on until no single move helps; each lowers the sum of squares
        }
    }

    private boolean evenOut(List<Portion> portions, Map<String, @Nullable String> shares) {
        for (var portion : portions) {
            var from = shares.get(portion.key());
            var to = emptiest(portion.fitting());
            if (from != null && weight(from) - weight(to) > portion.weight()) {
                count(portion, from, -1);
                give(portion, to, shares);
                return true;
            }
        }
        return false;
    }

    private void give(Portion portion, String receiver, Map<String, @Nullable String> shares) {
        count(portion, receiver, 1);
        shares.put(portion.key(), receiver);
    }

    private void count(Portion portion, String receiver, int sign) {
        weights.merge(receiver, sign * portion.weight(), Integer::sum);
        steps.merge(receiver, sign * portion.steps(), Integer::sum);
        overdue.merge(receiver, portion.overdue() ? sign : 0, Integer::sum);
    }

    private String emptiest(List<String> fitting) {
        return fitting.stream()
                .min(Comparator.comparingInt(this::weight)
                        .thenComparingInt(name -> overdue.getOrDefault(name, 0))
                        .thenComparingInt(name -> steps.getOrDefault(name, 0))
                        .thenComparingInt(receivers::indexOf))
                .orElseThrow();
    }

    private int weight(String receiver) {
        return weights.getOrDefault(receiver, 0);
    }
}
