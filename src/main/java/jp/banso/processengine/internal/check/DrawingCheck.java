package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is in the model is in the drawing, because people read and approve the drawing; and every step has its lane. */
final class DrawingCheck {

    private DrawingCheck() {}

    static void check(Node root, FlowGraph graph, Findings findings) {
        drawn(root, graph, findings);
        root.all("process").forEach(process -> lanes(process, graph, findings));
    }

    private static void drawn(Node root, FlowGraph graph, Findings findings) {
        var shapes = root.all("di:BPMNShape").map(DrawingCheck::element).collect(Collectors.toSet());
        var edges = root.all("di:BPMNEdge").map(DrawingCheck::element).collect(Collectors.toSet());
        if (shapes.isEmpty() && edges.isEmpty()) {
            root.all("process").forEach(process -> findings.error(process, "図がありません。手順が1つも図に描かれていません。"));
            return;
        }
        graph.nodes.forEach((id, node) -> {
            if (!shapes.contains(id)) {
                findings.error(node, "図に描かれていません。");
            }
        });
        root.all("sequenceFlow")
                .filter(flow -> !edges.contains(flow.attribute("id")))
                .forEach(flow -> findings.error(flow, "線が図に描かれていません。"));
    }

    private static String element(Node shape) {
        return shape.attribute("bpmnElement");
    }

    private static void lanes(Node process, FlowGraph graph, Findings findings) {
        Map<String, Node> laneOf = new HashMap<>();
        process.all("flowNodeRef").forEach(reference -> {
            var lane = laneOf.put(reference.text(), reference);
            if (!graph.nodes.containsKey(reference.text())) {
                findings.error(reference, "レーンにある「%s」が見つかりません。", reference.text());
            } else if (lane != null && lane.parent != reference.parent) {
                findings.warning(graph.nodes.get(reference.text()), "2つのレーンに入っています。");
            }
        });
        if (process.all("lane").findAny().isPresent()) {
            graph.within(process).stream()
                    .filter(node -> !node.name.equals("boundaryEvent"))
                    .filter(node -> !laneOf.containsKey(node.attribute("id")))
                    .forEach(node -> findings.warning(node, "どのレーンにも入っていません。"));
        }
    }
}
