package jp.banso.processengine.internal.check;

import java.util.Set;
import java.util.regex.Pattern;

/** The words by which people read a process: names of what they see, explanations of what they do. */
final class TextCheck {

    private static final Set<String> NAMED = Set.of(
            "process",
            "lane",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent");
    private static final Set<String> EXPLAINED = Set.of("process", "userTask");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z_0-9.-]{0,150}");

    private TextCheck() {}

    static void check(Node root, Findings findings) {
        root.all().forEach(node -> {
            if (NAMED.contains(node.name) && node.attribute("name").isBlank()) {
                findings.warning(node, "名前がありません。");
            }
            if (EXPLAINED.contains(node.name)
                    && node.child("documentation").map(Node::text).orElse("").isBlank()) {
                findings.warning(node, "説明がありません。");
            }
            var id = node.attribute("id");
            if (BpmnWords.NODES.contains(node.name) && id.isEmpty()) {
                findings.error(node, "名前「%s」の箱に記号がありません。", node.attribute("name"));
            } else if (!id.isEmpty() && !ID.matcher(id).matches()) {
                findings.error(node, "記号「%s」は英字で始まる英数字と「-」「_」「.」で書いてください。", id);
            }
        });
    }
}
