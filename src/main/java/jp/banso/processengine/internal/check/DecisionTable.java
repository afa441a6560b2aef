package jp.banso.processengine.internal.check;

import java.util.List;
import java.util.Set;

/** A decision table as its author sees it: columns, and rules with a text in each cell. */
record DecisionTable(Node node, String policy, List<Column> columns, List<Rule> rules) {

    /** @param allowed the values the author allows here, if any are given */
    record Column(Node node, String expression, String type, String label, Set<String> allowed) {}

    record Rule(Node node, List<String> tests, List<String> results) {}

    static DecisionTable of(Node node) {
        return new DecisionTable(
                node,
                node.attribute("hitPolicy").isEmpty() ? "UNIQUE" : node.attribute("hitPolicy"),
                node.children("input").map(DecisionTable::column).toList(),
                node.children("rule")
                        .map(rule -> new Rule(rule, cells(rule, "inputEntry"), cells(rule, "outputEntry")))
                        .toList());
    }

    private static Column column(Node input) {
        var expression = input.child("inputExpression");
        var label = input.attribute("label");
        var text = expression.map(DecisionTable::text).orElse("");
        return new Column(
                input,
                text,
                expression.map(e -> e.attribute("typeRef")).orElse(""),
                label.isBlank() ? text : label,
                Feel.texts(input.child("inputValues").map(DecisionTable::text).orElse("")));
    }

    private static List<String> cells(Node rule, String name) {
        return rule.children(name).map(DecisionTable::text).toList();
    }

    static String text(Node cell) {
        return cell.child("text").map(Node::text).orElse("");
    }

    List<Node> outputs() {
        return node.children("output").toList();
    }

    /** Rules have a cell for each column, no more and no less. */
    boolean isEven() {
        return rules.stream()
                .allMatch(rule -> rule.tests().size() == columns.size()
                        && rule.results().size() == outputs().size());
    }
}
