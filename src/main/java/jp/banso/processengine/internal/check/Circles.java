package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the nodes of a directed graph that lie on a circle. */
final class Circles {

    private Circles() {}

    /** Removes, until nothing changes, whatever has no way on; then whatever has no way in. What is left lies on or between circles. */
    static Set<String> find(Map<String, ? extends Set<String>> next) {
        Map<String, Set<String>> ways = new HashMap<>();
        next.forEach((from, targets) -> ways.put(from, new TreeSet<>(targets)));
        boolean changed = true;
        while (changed) {
            var targets = new TreeSet<String>();
            ways.values().forEach(targets::addAll);
            ways.values().forEach(way -> way.retainAll(ways.keySet()));
            changed = ways.entrySet().removeIf(e -> e.getValue().isEmpty() || !targets.contains(e.getKey()));
        }
        return new TreeSet<>(ways.keySet());
    }
}
