package jp.banso.processengine.internal.check;

import org.jspecify.annotations.Nullable;

/** How people call an element: by its name, a flow by its two ends, a rule by its number and its note. */
public final class NodeNames {

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
