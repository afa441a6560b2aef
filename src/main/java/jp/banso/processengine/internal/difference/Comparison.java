package jp.banso.processengine.internal.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.processengine.ModelDifference.Change;
import jp.banso.processengine.ModelDifference.Change.Kind;
import org.jspecify.annotations.Nullable;

/** Compares the elements of one file before and after. */
final class Comparison {

    private final String file;
    private final Map<String, Item> before;
    private final Map<String, Item> after;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(String file, List<Item> before, List<Item> after) {
        this.file = file;
        this.before = byId(before);
        this.after = byId(after);
    }

    static List<Change> of(String file, List<Item> before, List<Item> after) {
        var comparison = new Comparison(file, before, after);
        comparison.compare();
        return comparison.changes;
    }

    /** Ids that are used twice are told apart by their number. */
    private static Map<String, Item> byId(List<Item> items) {
        var byId = new LinkedHashMap<String, Item>();
        for (var item : items) {
            var id = item.id();
            for (int i = 2; byId.containsKey(id); i++) {
                id = item.id() + "/" + i;
            }
            byId.put(id, item);
        }
        return byId;
    }

    private void compare() {
        var moved = moved();
        after.forEach((id, item) -> {
            var was = before.get(id);
            if (was == null) {
                add(Kind.ADDED, item, "足した" + item.kind(), null, item.summary());
                return;
            }
            properties(was, item);
            if (moved.contains(id)) {
                add(Kind.MOVED, item, item.subject() + "の順番", place(before, id), place(after, id));
            }
        });
        before.forEach((id, item) -> {
            if (!after.containsKey(id)) {
                add(Kind.REMOVED, item, "消した" + item.kind(), item.summary(), null);
            }
        });
    }

    private void properties(Item was, Item is) {
        var keys = new LinkedHashSet<>(was.properties().keySet());
        keys.addAll(is.properties().keySet());
        for (var key : keys) {
            var old = was.properties().get(key);
            var now = is.properties().get(key);
            if (old != null && now != null && (old.raw().equals(now.raw()) || otherSet(key, old, now))) {
                continue;
            }
            if (key.equals(Property.ORDER) && (old == null || now == null)) {
                continue;
            }
            var subject = key.equals("name") ? was.subject() : is.subject();
            var label = old == null && now != null ? now.label() : old == null ? "" : old.label();
            var same = old != null && now != null && old.words().equals(now.words());
            add(
                    key.startsWith("in-") ? Kind.MOVED : Kind.CHANGED,
                    is,
                    subject + "の" + label,
                    old == null ? null : same ? old.raw() : old.words(),
                    now == null ? null : same ? now.raw() : now.words());
        }
    }

    /** An order is only compared where the same things are in it; what came or went is said elsewhere. */
    private static boolean otherSet(String key, Property old, Property now) {
        return key.equals(Property.ORDER)
                && !new HashSet<>(Arrays.asList(old.raw().split(",")))
                        .equals(new HashSet<>(Arrays.asList(now.raw().split(","))));
    }

    private void add(Kind kind, Item item, String what, @Nullable String was, @Nullable String is) {
        changes.add(new Change(kind, file, item.id().isEmpty() ? null : item.id(), item.name(), what, was, is));
    }

    /** Rules are known by their number, everything else by what stands before it. */
    private static String place(Map<String, Item> items, String id) {
        Item last = null;
        int number = 1;
        var kind = items.get(id).kind();
        for (var entry : items.entrySet()) {
            if (entry.getKey().equals(id)) {
                break;
            }
            number += entry.getValue().kind().equals(kind) ? 1 : 0;
            last = entry.getValue().ordered() ? entry.getValue() : last;
        }
        if (kind.equals("規則")) {
            return number + "番目";
        }
        return last == null ? "いちばん上" : "「" + last.name() + "」の次";
    }

    /** The fewest that have to be moved to come from one order to the other: all but the longest run that stayed. */
    private Set<String> moved() {
        var both = after.entrySet().stream()
                .filter(e -> e.getValue().ordered() && before.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        var places = new ArrayList<>(before.keySet());
        var position = both.stream().map(places::indexOf).toList();
        int[] length = new int[both.size()];
        int[] previous = new int[both.size()];
        int best = -1;
        for (int i = 0; i < both.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (position.get(j) < position.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        var stayed = new HashSet<String>();
        for (int i = best; i >= 0; i = previous[i]) {
            stayed.add(both.get(i));
        }
        return both.stream().filter(id -> !stayed.contains(id)).collect(Collectors.toSet());
    }
}
