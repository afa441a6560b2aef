package jp.banso.processengine.internal.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes of one process, those of its sub-processes included, and the ways a case can take between them. */
final class FlowGraph {

    final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Node>> outgoing = new HashMap<>();
    private final Map<String, List<Node>> incoming = new HashMap<>();
    private final Map<String, Set<String>> next = new HashMap<>();

    FlowGraph(Node root) {
        root.all()
                .filter(node -> BpmnWords.NODES.contains(node.name))
                .forEach(node -> nodes.putIfAbsent(node.attribute("id"), node));
        root.all("sequenceFlow").forEach(this::flow);
        nodes.values().forEach(this::jumps);
    }

    private void flow(Node flow) {
        var from = flow.attribute("sourceRef");
        var to = flow.attribute("targetRef");
        outgoing.computeIfAbsent(from, id -> new ArrayList<>()).add(flow);
        incoming.computeIfAbsent(to, id -> new ArrayList<>()).add(flow);
        way(from, to);
    }

    /** Ways without an arrow: what hangs on the edge of a step, what lies in a sub-process, links. */
    private void jumps(Node node) {
        var id = node.attribute("id");
        if (node.name.equals("boundaryEvent")) {
            way(node.attribute("attachedToRef"), id);
        } else if (node.name.equals("intermediateThrowEvent")) {
            links(node).forEach(link -> nodes.values().stream()
                    .filter(other -> other.name.equals("intermediateCatchEvent"))
                    .filter(other -> other.parent == node.parent && links(other).contains(link))
                    .forEach(other -> way(id, other.attribute("id"))));
        }
    }

    private static List<String> links(Node event) {
        return event.children("linkEventDefinition")
                .map(link -> link.attribute("name"))
                .toList();
    }

    private void way(String from, String to) {
        next.computeIfAbsent(from, id -> new HashSet<>()).add(to);
    }

    List<Node> outgoing(Node node) {
        return outgoing.getOrDefault(node.attribute("id"), List.of());
    }

    List<Node> incoming(Node node) {
        return incoming.getOrDefault(node.attribute("id"), List.of());
    }

    /** The nodes directly in a process or sub-process. */
    List<Node> within(Node scope) {
        return nodes.values().stream().filter(node -> node.parent == scope).toList();
    }

    /** Everything a case can come to from these nodes, themselves included. */
    Set<String> reach(Collection<String> from) {
        return spread(from, next);
    }

    /** Everything from which one of these nodes can be reached, themselves included. */
    Set<String> leadingTo(Collection<String> to) {
        Map<String, Set<String>> back = new HashMap<>();
        next.forEach((source, targets) -> targets.forEach(
                target -> back.computeIfAbsent(target, id -> new HashSet<>()).add(source)));
        return spread(to, back);
    }

    private static Set<String> spread(Collection<String> from, Map<String, Set<String>> ways) {
        var seen = new LinkedHashSet<>(from);
        var todo = new ArrayDeque<>(from);
        while (!todo.isEmpty()) {
            for (var id : ways.getOrDefault(todo.remove(), Set.of())) {
                if (seen.add(id)) {
                    todo.add(id);
                }
            }
        }
        return seen;
    }

    static boolean isEventSubProcess(Node node) {
        return node.name.equals("subProcess")
                && node.attribute("triggeredByEvent").equals("true");
    }
}
