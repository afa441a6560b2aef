package jp.banso.processengine.internal.move;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.banso.processengine.internal.move.ModelGraph.Part;
import org.jspecify.annotations.Nullable;

/** What a token can still come to, by whatever answer and whatever event; rather too much than too little. */
final class Ahead {

    private final ModelGraph graph;
    private final boolean leaves;
    private final @Nullable String barrier;
    private final Set<String> reached = new HashSet<>();
    private final Set<String> inside = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Ahead(ModelGraph graph, boolean leaves, @Nullable String barrier) {
        this.graph = graph;
        this.leaves = leaves;
        this.barrier = barrier;
    }

    /** Everything ahead of the places, themselves included, also outside the sub-processes around them. */
    static Set<String> of(ModelGraph graph, Collection<String> places) {
        return new Ahead(graph, true, null).from(places);
    }

    /** What is ahead in the whole process without passing the barrier, which counts as reached. */
    static Set<String> upTo(ModelGraph graph, Collection<String> places, String barrier) {
        return new Ahead(graph, true, barrier).from(places);
    }

    /** What is ahead within the sub-process of the place and before any join. */
    static Set<String> ofOwnBranch(ModelGraph graph, String place) {
        return new Ahead(graph, false, null).from(Set.of(place));
    }

    /** The settings of everything ahead: two versions in which they are equal go on alike. */
    static Map<String, String> texts(ModelGraph graph, Collection<String> places) {
        var texts = new TreeMap<String, String>();
        of(graph, places).forEach(id -> {
            var part = graph.find(id);
            texts.put(id, part == null ? "" : part.text() + part.scope());
        });
        return texts;
    }

    private Set<String> from(Collection<String> places) {
        if (leaves) {
            eventsIn(null);
        }
        places.forEach(this::visit);
        while (!open.isEmpty()) {
            step(open.pop());
        }
        return reached;
    }

    private void visit(String id) {
        if (reached.add(id)) {
            open.push(id);
        }
    }

    private void step(String id) {
        var part = graph.find(id);
        if (part == null || id.equals(barrier)) {
            return;
        }
        if (part.isFlow()) {
            visit(part.to());
            return;
        }
        if (!leaves && isJoin(graph, id)) {
            return;
        }
        onward(id);
        for (var other : graph.all()) {
            if (id.equals(other.scope()) && other.kind().startsWith("startEvent")) {
                visit(other.id());
            }
            if (part.link() != null
                    && part.link().equals(other.link())
                    && other.kind().startsWith("intermediateCatch")) {
                visit(other.id());
            }
        }
        if (part.kind().equals("subProcess")) {
            eventsIn(id);
        }
        if (leaves && part.scope() != null) {
            enclosing(part.scope());
        }
    }

    /** The sub-process around may end, be interrupted, or hear events of its own. */
    private void enclosing(String scope) {
        if (!inside.add(scope)) {
            return;
        }
        reached.add(scope);
        onward(scope);
        eventsIn(scope);
        var part = graph.find(scope);
        if (part != null && part.scope() != null) {
            enclosing(part.scope());
        }
    }

    private void onward(String id) {
        for (var other : graph.all()) {
            if (id.equals(other.from()) && other.isFlow() || id.equals(other.host())) {
                visit(other.id());
            }
        }
    }

    private void eventsIn(@Nullable String scope) {
        graph.all().stream()
                .filter(Part::eventTriggered)
                .filter(part -> scope == null ? part.scope() == null : scope.equals(part.scope()))
                .forEach(part -> visit(part.id()));
    }

    static boolean isJoin(ModelGraph graph, String id) {
        var part = graph.find(id);
        return part != null
                && (part.kind().equals("parallelGateway") || part.kind().equals("inclusiveGateway"))
                && graph.all().stream()
                                .filter(p -> p.isFlow() && id.equals(p.to()))
                                .count()
                        > 1;
    }
}
