package jp.banso.processengine.internal.move;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether tokens that are on their way fit the branches of a model: none is to wait for ever at a join for another that
 * never comes, and none is to do what another does, too. The engine does not ask that when it moves a process.
 */
final class Branches {

    private Branches() {}

    /** The join at which a token would wait for ever, for others that never come or have all come; null if there is none. */
    static @Nullable String deadEnd(ModelGraph graph, List<String> tokens) {
        for (var id : Ahead.of(graph, tokens)) {
            var join = graph.find(id);
            if (join != null
                    && join.kind().equals("parallelGateway")
                    && Ahead.isJoin(graph, id)
                    && starves(graph, id, tokens)) {
                return id;
            }
        }
        return null;
    }

    private static boolean starves(ModelGraph graph, String join, List<String> tokens) {
        var arrived = tokens.stream().filter(join::equals).count();
        var coming =
                Ahead.upTo(graph, tokens.stream().filter(t -> !t.equals(join)).toList(), join);
        var missing = graph.all().stream()
                .filter(flow -> flow.isFlow() && join.equals(flow.to()))
                .filter(flow -> !coming.contains(flow.id()))
                .count();
        return arrived > 0 ? missing != arrived : coming.contains(join) && missing > 0;
    }

    /** An activity that two tokens would both come to without having met; null if there is none. */
    static @Nullable String doubled(ModelGraph graph, List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            for (int j = i + 1; j < tokens.size(); j++) {
                var common = common(graph, tokens.get(i), tokens.get(j));
                if (common != null) {
                    return common;
                }
            }
        }
        return null;
    }

    private static @Nullable String common(ModelGraph graph, String one, String other) {
        if (one.equals(other)) {
            return null; // several rounds of the same activity
        }
        var lifted = sideBySide(graph, one, other);
        if (lifted.isEmpty()) {
            return null;
        }
        Set<String> both = new HashSet<>(Ahead.ofOwnBranch(graph, lifted.get(0)));
        both.retainAll(Ahead.ofOwnBranch(graph, lifted.get(1)));
        return both.stream().filter(graph::isActivity).sorted().findFirst().orElse(null);
    }

    /** The two places, or the sub-processes around them, in the innermost scope that holds both. */
    private static List<String> sideBySide(ModelGraph graph, String one, String other) {
        var ones = withAround(graph, one);
        var others = withAround(graph, other);
        for (int i = 0; i < ones.size(); i++) {
            var scope = i + 1 < ones.size() ? ones.get(i + 1) : null;
            for (int j = 0; j < others.size(); j++) {
                var otherScope = j + 1 < others.size() ? others.get(j + 1) : null;
                if (scope == null ? otherScope == null : scope.equals(otherScope)) {
                    return ones.get(i).equals(others.get(j)) ? List.of() : List.of(ones.get(i), others.get(j));
                }
            }
        }
        return List.of();
    }

    private static List<String> withAround(ModelGraph graph, String id) {
        var all = new ArrayList<String>();
        all.add(id);
        all.addAll(graph.around(id));
        return all;
    }
}
