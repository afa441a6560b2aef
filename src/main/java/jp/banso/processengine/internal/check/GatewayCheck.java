package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways between the nodes of one process: questions with all their answers, and no circle that never waits. */
final class GatewayCheck {

    private final FlowGraph graph;
    private final Findings findings;

    private GatewayCheck(FlowGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    static void check(Node root, FlowGraph graph, Findings findings) {
        var check = new GatewayCheck(graph, findings);
        root.all("sequenceFlow").forEach(check::ends);
        graph.nodes.values().forEach(check::question);
        graph.nodes.values().forEach(check::join);
        graph.nodes.values().forEach(check::race);
        graph.nodes.values().forEach(check::fork);
        check.circles();
    }

    private void ends(Node flow) {
        for (var end : List.of("sourceRef", "targetRef")) {
            if (!graph.nodes.containsKey(flow.attribute(end))) {
                findings.error(flow, "線のつなぎ先「%s」がありません。", flow.attribute(end));
            }
        }
    }

    private void question(Node node) {
        var flows = graph.outgoing(node);
        var fallback = node.attribute("default");
        if (!fallback.isEmpty()
                && flows.stream().noneMatch(flow -> flow.attribute("id").equals(fallback))) {
            findings.error(node, "ほかに当てはまらないときの線が、ここから出る線にありません。");
        }
        var one = node.name.equals("exclusiveGateway");
        if (flows.size() < 2 || !one && !node.name.equals("inclusiveGateway")) {
            return;
        }
        if (node.attribute("name").isBlank()) {
            findings.warning(node, "分かれ道に質問（名前）がありません。");
        }
        if (fallback.isEmpty()) {
            findings.warning(node, "どの条件にも当てはまらないときの行き先（既定の線）がありません。");
        }
        flows.forEach(flow -> answer(flow, flow.attribute("id").equals(fallback), one));
    }

    private void answer(Node flow, boolean fallback, boolean one) {
        var condition = flow.child("conditionExpression").isPresent();
        if (flow.attribute("name").isBlank()) {
            findings.warning(flow, "分かれ道の線に答え（名前）がありません。");
        }
        if (fallback && condition) {
            findings.error(flow, "既定の線に条件は付けられません。");
        } else if (!fallback && !condition && one) {
            findings.error(flow, "分かれ道の線に条件がありません。条件を書くか、既定の線にしてください。");
        } else if (!fallback && !condition) {
            findings.warning(flow, "分かれ道の線に条件がありません。いつもこの線へも進みます。");
        }
    }

    /** Two ways of which only one is ever taken meet where both are awaited: the case would stand there for ever. */
    private void join(Node node) {
        if (!node.name.equals("parallelGateway") || graph.incoming(node).size() < 2) {
            return;
        }
        var origins = graph.incoming(node).stream()
                .map(flow -> origin(flow, graph.nodes.size()))
                .filter(origin -> origin.endsWith("?"))
                .toList();
        if (Set.copyOf(origins).size() < origins.size()) {
            findings.warning(node, "どちらか一方にしか進まない線が、両方を待つところで合わさっています。ケースがここで止まります。");
        }
    }

    /** What happens first decides: only something that is waited for can happen. */
    private void race(Node node) {
        if (node.name.equals("eventBasedGateway")) {
            graph.outgoing(node).stream()
                    .map(flow -> graph.nodes.get(flow.attribute("targetRef")))
                    .filter(next -> next != null && !next.name.matches("intermediateCatchEvent|receiveTask"))
                    .forEach(next -> findings.error(next, "「先に起きたほうへ」の次には、時間か知らせを待つものだけを置けます。"));
        }
    }

    /** Lines out of a box are all taken, which nobody reads in the drawing. */
    private void fork(Node node) {
        if (!node.name.endsWith("Gateway") && graph.outgoing(node).size() > 1) {
            findings.error(node, "線が2本以上出ていて、どれに進むのか図から読めません。分かれ道か「同時に進む」を置いてください。");
        }
    }

    /** Back along nodes with one way in and one way out to the gateway that chooses; its id with a question mark. */
    private String origin(Node flow, int steps) {
        var node = graph.nodes.get(flow.attribute("sourceRef"));
        if (node == null || steps == 0) {
            return "";
        }
        if (node.name.equals("exclusiveGateway") || node.name.equals("eventBasedGateway")) {
            if (graph.outgoing(node).size() > 1) {
                return node.attribute("id") + "?";
            }
        }
        var through = graph.incoming(node).size() == 1 && graph.outgoing(node).size() == 1;
        return through ? origin(graph.incoming(node).get(0), steps - 1) : "";
    }

    private void circles() {
        Map<String, Set<String>> next = new HashMap<>();
        graph.nodes.forEach((id, node) -> {
            if (!BpmnWords.WAITING.contains(node.name)) {
                next.put(
                        id,
                        graph.outgoing(node).stream()
                                .map(flow -> flow.attribute("targetRef"))
                                .collect(Collectors.toSet()));
            }
        });
        Circles.find(next).forEach(id -> findings.error(graph.nodes.get(id), "だれも待たずに回り続ける輪があります。途中に作業か待ちを入れてください。"));
    }
}
