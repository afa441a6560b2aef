package jp.banso.processengine.internal.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.processengine.internal.check.Node;
import jp.banso.processengine.internal.check.NodeNames;

/** The decisions of a file, their columns, and their rules one by one. */
final class TableItems {

    private static final Map<String, String> POLICIES = Map.of(
            "UNIQUE", "当てはまるのは1つだけ",
            "FIRST", "上から最初に当てはまった規則",
            "ANY", "どれでも同じ結果",
            "COLLECT", "当てはまるものすべて",
            "RULE ORDER", "当てはまるものすべて、上から順に");
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("@name", "名前"),
            Map.entry("@label", "見出し"),
            Map.entry("@hitPolicy", "規則の当てはめ方"),
            Map.entry("@aggregation", "まとめ方"),
            Map.entry("@typeRef", "値の種類"),
            Map.entry("@camunda:historyTimeToLive", "履歴の保存日数"),
            Map.entry("@camunda:inputVariable", "値の名前"),
            Map.entry("description", "説明"),
            Map.entry("question", "問い"),
            Map.entry("allowedAnswers", "答え"));
    private static final Set<String> OWN = Set.of("decision", "input", "output", "rule");
    private static final Set<String> MEANINGLESS = Set.of("id", "expressionLanguage", "preferredOrientation");

    private TableItems() {}

    static List<Item> of(Node root) {
        var items = new ArrayList<Item>();
        root.all("decision").forEach(decision -> {
            items.add(new Item(decision.attribute("id"), "決定表", name(decision), name(decision), false, said(decision)));
            decision.children("decisionTable").forEach(table -> table(table, items));
        });
        root.children.stream()
                .filter(node -> !node.name.equals("decision") && !node.name.startsWith("di:"))
                .forEach(node ->
                        items.add(new Item(node.attribute("id"), "要素", name(node), name(node), false, said(node))));
        return items;
    }

    private static void table(Node table, List<Item> items) {
        var inputs = table.children("input").toList();
        var outputs = table.children("output").toList();
        inputs.forEach(column -> items.add(column(column, "条件の列")));
        outputs.forEach(column -> items.add(column(column, "結果の列")));
        table.children("rule").forEach(rule -> items.add(rule(rule, inputs, outputs)));
    }

    private static Item column(Node column, String kind) {
        var label = column.attribute("label").isBlank()
                ? column.attribute("name").isBlank()
                        ? column.child("inputExpression").map(TableItems::text).orElse("")
                        : column.attribute("name")
                : column.attribute("label");
        return new Item(column.attribute("id"), kind, label, kind + "「" + label + "」", true, said(column));
    }

    private static Item rule(Node rule, List<Node> inputs, List<Node> outputs) {
        var properties = new LinkedHashMap<String, Property>();
        cells(rule.children("inputEntry").toList(), inputs, "条件", properties);
        cells(rule.children("outputEntry").toList(), outputs, "結果", properties);
        rule.child("description")
                .filter(note -> !note.text().isEmpty())
                .ifPresent(note -> properties.put("note", Property.plain("説明", note.text())));
        var name = NodeNames.rule(rule);
        return new Item(rule.attribute("id"), "規則", name, name, true, properties);
    }

    private static void cells(List<Node> cells, List<Node> columns, String label, Map<String, Property> properties) {
        for (int i = 0; i < cells.size(); i++) {
            var text = text(cells.get(i));
            var column = i < columns.size() ? columns.get(i) : null;
            var title = column == null ? "" : column.attribute("label");
            var key = label + (column == null ? i : column.attribute("id"));
            if (!text.isEmpty() && !text.equals("-")) {
                var full = columns.size() == 1 || title.isBlank() ? label : label + "（" + title + "）";
                properties.put(key, new Property(full, text, words(text)));
            }
        }
    }

    /** Texts without their quotes, yes and no, and lists with Japanese commas. */
    private static String words(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? "はい" : "いいえ";
        }
        return text.matches("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*")
                ? text.replaceAll("\"\\s*,\\s*\"", "、").replace("\"", "")
                : text;
    }

    /** All attributes and texts of the element and of what belongs to it alone. */
    private static Map<String, Property> said(Node node) {
        var properties = new LinkedHashMap<String, Property>();
        said(node, "", properties);
        return properties;
    }

    private static void said(Node node, String path, Map<String, Property> properties) {
        node.attributes.forEach((attribute, value) -> {
            if (!MEANINGLESS.contains(attribute)) {
                var label = LABELS.getOrDefault("@" + attribute, "設定「" + attribute + "」");
                var words = attribute.equals("hitPolicy") ? POLICIES.getOrDefault(value, value) : value;
                properties.put(path + "@" + attribute, new Property(label, value, words));
            }
        });
        if (!path.isEmpty() && !node.text().isEmpty()) {
            var label = node.name.equals("text") && node.parent != null ? textLabel(node.parent.name) : "";
            properties.put(
                    path,
                    new Property(
                            label.isEmpty() ? LABELS.getOrDefault(node.name, "設定「" + node.name + "」") : label,
                            node.text(),
                            words(node.text())));
        }
        var count = new HashMap<String, Integer>();
        for (var child : node.children) {
            if (!OWN.contains(child.name)) {
                var number = count.merge(child.name, 1, Integer::sum);
                said(child, path + "/" + child.name + (number == 1 ? "" : number), properties);
            }
        }
    }

    private static String textLabel(String parent) {
        return switch (parent) {
            case "inputExpression" -> "調べる値";
            case "inputValues", "outputValues" -> "選べる値";
            case "defaultOutputEntry" -> "どれにも当てはまらないときの結果";
            case "literalExpression" -> "式";
            default -> "文";
        };
    }

    private static String text(Node cell) {
        return cell.child("text").map(Node::text).orElse("");
    }

    private static String name(Node node) {
        return node.attribute("name").isBlank() ? node.attribute("id") : node.attribute("name");
    }

    /** Rules that were given a new id but ask the same are the same rules. */
    static List<Item> matched(List<Item> before, List<Item> after) {
        var known = after.stream().map(Item::id).toList();
        var used = new ArrayList<>(before.stream().map(Item::id).toList());
        return before.stream()
                .map(item -> {
                    if (!item.kind().equals("規則") || known.contains(item.id())) {
                        return item;
                    }
                    return after.stream()
                            .filter(other -> other.kind().equals("規則") && !used.contains(other.id()))
                            .filter(other -> conditions(other).equals(conditions(item)))
                            .findFirst()
                            .map(other -> {
                                used.add(other.id());
                                return item.withId(other.id());
                            })
                            .orElse(item);
                })
                .toList();
    }

    private static List<String> conditions(Item rule) {
        return rule.properties().entrySet().stream()
                .filter(e -> e.getKey().startsWith("条件"))
                .map(e -> e.getKey() + "=" + e.getValue().raw())
                .toList();
    }
}
