package jp.banso.processengine.internal.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How people call an element: by its name, a flow by its two ends, a rule by its number and its note. */
public final class NodeNames {

    /** As the editor's kinds.mjs calls them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("userTask", "人の仕事"),
            Map.entry("serviceTask", "製品がする処理"),
            Map.entry("sendTask", "製品がする処理"),
            Map.entry("businessRuleTask", "決定表で決める"),
            Map.entry("callActivity", "ほかの手順を呼ぶ"),
            Map.entry("exclusiveGateway", "分かれ道（どれか1つ）"),
            Map.entry("inclusiveGateway", "分かれ道（当てはまるもの全部）"),
            Map.entry("parallelGateway", "同時に進む"),
            Map.entry("eventBasedGateway", "先に起きたほうへ"),
            Map.entry("subProcess", "まとまり"),
            Map.entry("startEvent", "始まり"),
            Map.entry("endEvent", "終わり"),
            Map.entry("intermediateCatchEvent", "待つ"),
            Map.entry("intermediateThrowEvent", "通過点"),
            Map.entry("boundaryEvent", "割り込み"),
            Map.entry("receiveTask", "知らせを待つ"),
            Map.entry("task", "作業"),
            Map.entry("manualTask", "作業"),
            Map.entry("sequenceFlow", "流れの線"),
            Map.entry("lane", "担当の段"),
            Map.entry("participant", "手順の枠"),
            Map.entry("process", "手順の全体"),
            Map.entry("input", "条件の列"),
            Map.entry("output", "結果の列"),
            Map.entry("decision", "決定表"));

    private static final Map<String, String> EVENTS = Map.of(
            "messageEventDefinition", "知らせ",
            "timerEventDefinition", "時間",
            "terminateEventDefinition", "全部を終える",
            "errorEventDefinition", "失敗",
            "conditionalEventDefinition", "条件");

    private NodeNames() {}

    /** Null if there is nothing people could know it by. */
    public static @Nullable String of(Node node) {
        var name = node.attribute("name");
        if (!name.isBlank()) {
            return name;
        }
        return switch (node.name) {
            case "sequenceFlow" -> flow(node);
            case "rule" -> rule(node);
            case "input", "output" -> node.attribute("label").isBlank() ? null : node.attribute("label");
            case "inputEntry", "outputEntry" -> node.parent == null ? null : rule(node.parent);
            default -> null;
        };
    }

    /** As {@link #of}, and what has no name by what it is, in the words of the editor; null for what is no part of a drawing. */
    static @Nullable String orKind(Node node) {
        var name = of(node);
        var kind = KINDS.get(node.name);
        if (name != null || kind == null) {
            return name;
        }
        var event = node.children.stream()
                .map(child -> EVENTS.get(child.name))
                .filter(word -> word != null)
                .findFirst();
        var word = "true".equals(node.attribute("triggeredByEvent")) ? "起きたときの手順" : kind;
        return "（名前なし）" + word + event.map("（%s）"::formatted).orElse("");
    }

    /** 規則3「…」, with the note of the rule if it has one. */
    public static String rule(Node rule) {
        var table = rule.parent;
        var number = table == null
                ? 0
                : table.children.stream()
                                .filter(child -> child.name.equals("rule"))
                                .toList()
                                .indexOf(rule)
                        + 1;
        var note = rule.child("description").map(Node::text).orElse("");
        return "規則" + number
                + (note.isBlank() ? "" : "「" + note.lines().findFirst().orElse("") + "」");
    }

    private static @Nullable String flow(Node flow) {
        var from = end(flow, flow.attribute("sourceRef"));
        var to = end(flow, flow.attribute("targetRef"));
        return from.isEmpty() || to.isEmpty() ? null : from + " → " + to;
    }

    private static String end(Node flow, String id) {
        return flow.parent == null
                ? ""
                : flow.parent.children.stream()
                        .filter(node -> node.attribute("id").equals(id))
                        .map(node -> node.attribute("name"))
                        .findFirst()
                        .orElse("");
    }
}
