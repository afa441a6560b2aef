package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.List;

/** Whether a case can come to every step, and from every step to an end. */
final class ReachCheck {

    private ReachCheck() {}

    static void check(Node root, FlowGraph graph, Findings findings) {
        var scopes = new ArrayList<>(root.all("process").toList());
        scopes.addAll(graph.nodes.values().stream()
                .filter(node -> node.name.equals("subProcess"))
                .toList());
        scopes.forEach(scope -> scope(scope, graph, findings));
    }

    private static void scope(Node scope, FlowGraph graph, Findings findings) {
        var nodes = graph.within(scope);
        var starts = ids(nodes, "startEvent");
        var ends = ids(nodes, "endEvent");
        if (starts.isEmpty()) {
            findings.error(scope, "開始がありません。");
        }
        if (ends.isEmpty()) {
            findings.error(scope, "終わりがありません。");
        }
        var reached = graph.reach(starts);
        var ending = graph.leadingTo(ends);
        for (var node : nodes) {
            if (FlowGraph.isEventSubProcess(node)) {
                continue;
            }
            if (!starts.isEmpty() && !reached.contains(node.attribute("id"))) {
                findings.error(node, "開始からたどり着けません。前の手順から線をつないでください。");
            } else if (!ends.isEmpty() && !ending.contains(node.attribute("id"))) {
                findings.error(node, "ここから終わりへ行けません。次の手順へ線をつないでください。");
            }
        }
    }

    private static List<String> ids(List<Node> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.name.equals(name))
                .map(node -> node.attribute("id"))
                .toList();
    }
}
