package jp.banso.processengine.internal.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.processengine.internal.check.BpmnWords;
import jp.banso.processengine.internal.check.Node;

/** The elements of a process and all that is said of them; what only the drawing needs is left out. */
final class ProcessItems {

    private static final Set<String> OWN = Set.of(
            "process",
            "participant",
            "lane",
            "sequenceFlow",
            "message",
            "error",
            "escalation",
            "textAnnotation",
            "association",
            "group",
            "category",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "messageFlow");
    private static final Set<String> TOLD_ELSEWHERE = Set.of("incoming", "outgoing", "flowNodeRef");
    private static final Set<String> MEANINGLESS = Set.of("id", "name", "xsi:type", "textFormat");

    private final Names names;
    private final Map<String, Node> elements = new HashMap<>();
    private final Map<String, String> lanes = new HashMap<>();

    private ProcessItems(Node root, Names names) {
        this.names = names;
        root.all().filter(ProcessItems::isOwn).forEach(node -> elements.putIfAbsent(node.attribute("id"), node));
        root.all("lane").forEach(lane -> lane.children("flowNodeRef")
                .forEach(reference -> lanes.put(reference.text(), lane.attribute("id"))));
    }

    static List<Item> of(Node root, Names names) {
        var items = new ProcessItems(root, names);
        return root.all().filter(ProcessItems::isOwn).map(items::item).toList();
    }

    private static boolean isOwn(Node node) {
        return BpmnWords.NODES.contains(node.name) || OWN.contains(node.name);
    }

    private Item item(Node node) {
        var properties = new LinkedHashMap<String, Property>();
        if (!node.attribute("name").isBlank()) {
            properties.put(
                    "name", Property.plain(node.name.equals("sequenceFlow") ? "答え" : "名前", node.attribute("name")));
        }
        properties.put("tag", new Property("種類", node.name, ProcessWords.kind(node.name)));
        if (BpmnWords.NODES.contains(node.name)) {
            place(node, properties);
        }
        said(node, "", properties);
        passed(node, properties);
        if (node.name.equals("exclusiveGateway")) {
            order(node, properties);
        }
        return new Item(
                node.attribute("id"), ProcessWords.kind(node.name), name(node), subject(node), false, properties);
    }

    private void place(Node node, Map<String, Property> properties) {
        var lane = lanes.get(node.attribute("id"));
        if (lane != null) {
            properties.put("in-lane", new Property("担当の段", lane, ProcessWords.name(elements, lane)));
        }
        if (node.parent != null) {
            var part = node.parent.attribute("id");
            properties.put("in-part", new Property("入っているところ", part, ProcessWords.name(elements, part)));
        }
    }

    /** All attributes and texts of the element and of what belongs to it alone. */
    private void said(Node node, String path, Map<String, Property> properties) {
        node.attributes.forEach((attribute, value) -> {
            if (!MEANINGLESS.contains(attribute) || path.contains("camunda:") && attribute.equals("name")) {
                put(path, "@" + attribute, value, properties);
            }
        });
        if (!path.isEmpty() && !node.text().isEmpty()) {
            put(path, node.name, node.text(), properties);
        } else if (node.name.endsWith("EventDefinition") || node.name.startsWith("multiInstance")) {
            properties.put(path, new Property(ProcessWords.label(node.name), "あり", "あり"));
        }
        var count = new HashMap<String, Integer>();
        for (var child : node.children) {
            var isPassed = child.name.equals("camunda:in") || child.name.equals("camunda:out");
            if (!isOwn(child) && !isPassed && !TOLD_ELSEWHERE.contains(child.name) && !child.name.startsWith("di:")) {
                var number = count.merge(child.name, 1, Integer::sum);
                said(child, path + "/" + child.name + (number == 1 ? "" : number), properties);
            }
        }
    }

    private void put(String path, String key, String value, Map<String, Property> properties) {
        properties.put(
                key.startsWith("@") ? path + key : path,
                new Property(ProcessWords.label(key), value, ProcessWords.words(key, value, elements, names)));
    }

    /** The values handed to a called process and back, whatever their order. */
    private static void passed(Node node, Map<String, Property> properties) {
        var handed = Map.of("camunda:in", "渡す値", "camunda:out", "受け取る値");
        handed.forEach((name, label) -> {
            var values = node.children("extensionElements")
                    .flatMap(extensions -> extensions.children(name))
                    .map(ProcessItems::value)
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                properties.put(name, Property.plain(label, String.join("、", values)));
            }
        });
    }

    private static String value(Node passed) {
        if (passed.attribute("variables").equals("all")) {
            return "すべて";
        }
        var source = passed.attribute("source") + passed.attribute("sourceExpression");
        var target = passed.attribute("target");
        var rest = passed.attributes.keySet().stream()
                .filter(attribute ->
                        !Set.of("source", "sourceExpression", "target").contains(attribute))
                .map(attribute -> attribute + "=" + passed.attribute(attribute))
                .collect(Collectors.joining(" "));
        return (source.equals(target) ? source : source + " → " + target) + rest;
    }

    /** Conditions are asked in this order; the first that holds is taken. */
    private void order(Node gateway, Map<String, Property> properties) {
        var flows = new ArrayList<Node>();
        if (gateway.parent != null) {
            gateway.parent
                    .children("sequenceFlow")
                    .filter(flow -> flow.attribute("sourceRef").equals(gateway.attribute("id")))
                    .filter(flow -> flow.child("conditionExpression").isPresent())
                    .forEach(flows::add);
        }
        if (flows.size() > 1) {
            properties.put(
                    Property.ORDER,
                    new Property(
                            "答えを調べる順",
                            flows.stream().map(flow -> flow.attribute("id")).collect(Collectors.joining(",")),
                            flows.stream().map(this::name).collect(Collectors.joining("、"))));
        }
    }

    private String name(Node node) {
        if (!node.attribute("name").isBlank()) {
            return node.attribute("name");
        }
        return node.name.equals("sequenceFlow")
                ? ProcessWords.name(elements, node.attribute("sourceRef")) + " → "
                        + ProcessWords.name(elements, node.attribute("targetRef"))
                : ProcessWords.kind(node.name);
    }

    private String subject(Node node) {
        if (!node.name.equals("sequenceFlow")) {
            return name(node);
        }
        var source = ProcessWords.name(elements, node.attribute("sourceRef"));
        return node.attribute("name").isBlank() ? source : source + "「" + node.attribute("name") + "」";
    }
}
