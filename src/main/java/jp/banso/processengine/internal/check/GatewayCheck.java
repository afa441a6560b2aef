package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Flows between the nodes of one process: labelled answers, and no circle that never waits for anybody. */
final class GatewayCheck {

    private GatewayCheck() {}

    static void check(Node root, Findings findings) {
        var nodes = root.all()
                .filter(node -> BpmnWords.NODES.contains(node.name))
                .collect(Collectors.toMap(node -> node.attribute("id"), node -> node, (a, b) -> a));
        Map<String, List<Node>> outgoing = new HashMap<>();
        root.all("sequenceFlow").forEach(flow -> {
            outgoing.computeIfAbsent(flow.attribute("sourceRef"), id -> new ArrayList<>())
                    .add(flow);
            for (var end : List.of("sourceRef", "targetRef")) {
                if (!nodes.containsKey(flow.attribute(end))) {
                    findings.error(flow, "線のつなぎ先「%s」がありません。", flow.attribute(end));
                }
            }
        });
        nodes.values().forEach(node -> labels(node, outgoing.getOrDefault(node.attribute("id"), List.of()), findings));
        circles(nodes, outgoing, findings);
    }

    private static void labels(Node node, List<Node> flows, Findings findings) {
        var question = node.name.equals("exclusiveGateway") || node.name.equals("inclusiveGateway");
        if (question && flows.size() > 1) {
            flows.stream()
                    .filter(flow -> flow.attribute("name").isBlank())
                    .forEach(flow -> findings.warning(flow, "分かれ道の線に答え（名前）がありません。"));
        }
    }

    private static void circles(Map<String, Node> nodes, Map<String, List<Node>> outgoing, Findings findings) {
        Map<String, Set<String>> next = new HashMap<>();
        nodes.forEach((id, node) -> {
            if (!BpmnWords.WAITING.contains(node.name)) {
                next.put(
                        id,
                        outgoing.getOrDefault(id, List.of()).stream()
                                .map(flow -> flow.attribute("targetRef"))
                                .collect(Collectors.toCollection(HashSet::new)));
            }
        });
        Circles.find(next).forEach(id -> findings.error(nodes.get(id), "だれも待たずに回り続ける輪があります。途中に作業か待ちを入れてください。"));
    }
}
