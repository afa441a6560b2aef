package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events know what they wait for: a timer its time, a message its name, a boundary event its step. */
final class EventCheck {

    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");
    private static final Map<String, String> REFERENCES = Map.of(
            "errorEventDefinition", "errorRef",
            "escalationEventDefinition", "escalationRef");
    private static final Set<String> NEEDS_A_REASON = Set.of("intermediateCatchEvent", "boundaryEvent");

    private final FlowGraph graph;
    private final Findings findings;
    private final Map<String, Node> defined = new HashMap<>();

    private EventCheck(Node root, FlowGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
        for (var kind : List.of("message", "error", "escalation")) {
            root.all(kind).forEach(node -> defined.put(node.attribute("id"), node));
        }
    }

    static void check(Node root, FlowGraph graph, Findings findings) {
        var check = new EventCheck(root, graph, findings);
        root.all().forEach(check::one);
    }

    private void one(Node node) {
        switch (node.name) {
            case "timerEventDefinition" -> timer(node);
            case "messageEventDefinition", "receiveTask" -> message(node);
            case "message" -> {
                if (node.attribute("name").isBlank()) {
                    findings.error(node, "メッセージの名前がありません。");
                }
            }
            case "conditionalEventDefinition" -> {
                if (node.child("condition").map(Node::text).orElse("").isBlank()) {
                    findings.error(node, "待つ条件がありません。");
                }
            }
            case "errorEventDefinition", "escalationEventDefinition" -> reference(node);
            case "boundaryEvent", "intermediateCatchEvent", "startEvent" -> event(node);
            default -> {}
        }
    }

    private void timer(Node node) {
        var time = node.children.stream()
                .filter(child -> TIMES.contains(child.name))
                .findFirst();
        if (time.isEmpty() || time.get().text().isBlank()) {
            findings.error(node, "タイマーの時間がありません。期日か、期間（例：P3M）を書いてください。");
        }
    }

    private void message(Node node) {
        if (!node.attribute("camunda:delegateExpression").isEmpty()) {
            return;
        }
        var reference = node.attribute("messageRef");
        if (reference.isEmpty()) {
            findings.error(node, "どの知らせ（メッセージ）かが選ばれていません。");
        } else {
            known(node, reference, "message");
        }
    }

    private void reference(Node node) {
        var reference = node.attribute(REFERENCES.get(node.name));
        if (!reference.isEmpty()) {
            known(node, reference, node.name.replace("EventDefinition", ""));
        }
    }

    private void known(Node node, String reference, String kind) {
        var found = defined.get(reference);
        if (found == null || !found.name.equals(kind)) {
            findings.error(node, "「%s」がファイルの中にありません。", reference);
        }
    }

    private void event(Node node) {
        var reasons = node.children.stream()
                .filter(child -> child.name.endsWith("EventDefinition"))
                .count();
        if (reasons == 0 && NEEDS_A_REASON.contains(node.name)) {
            findings.error(node, "何を待つか（時間、メッセージなど）が決まっていません。");
        }
        if (reasons > 1) {
            findings.error(node, "1つのイベントで待てるものは1つです。");
        }
        if (node.name.equals("boundaryEvent")) {
            var step = graph.nodes.get(node.attribute("attachedToRef"));
            if (step == null || step.name.endsWith("Event") || step.name.endsWith("Gateway")) {
                findings.error(node, "どの手順に付いているかが分かりません。");
            }
        }
        if (node.name.equals("startEvent") && node.parent != null) {
            var own = FlowGraph.isEventSubProcess(node.parent);
            if (own && reasons == 0) {
                findings.error(node, "何が起きたら始まるかが決まっていません。");
            }
        }
    }
}
