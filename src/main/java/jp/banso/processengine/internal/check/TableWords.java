package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a decision table needs to be run and to be read: a policy the engine knows, cells it can read, names, notes. */
final class TableWords {

    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");
    private static final String NAME = "[A-Za-z_][A-Za-z_0-9]{0,60}";

    private TableWords() {}

    static void check(Node decision, Findings findings) {
        if (decision.attribute("name").isBlank()) {
            findings.warning(decision, "名前がありません。");
        }
        var days = decision.attribute("camunda:historyTimeToLive");
        if (!days.matches("P[0-9]{1,4}D") || days.equals("P0D")) {
            findings.error(decision, "終わってから記録を残す日数がありません。1から9999までの日数を書いてください。");
        }
        var table = decision.child("decisionTable");
        if (table.isEmpty() && decision.child("literalExpression").isEmpty()) {
            findings.error(decision, "決定表に中身がありません。");
        }
        table.ifPresent(node -> table(DecisionTable.of(node), findings));
        decision.child("literalExpression").ifPresent(node -> expression(node, DecisionTable.text(node), findings));
    }

    private static void table(DecisionTable table, Findings findings) {
        if (!POLICIES.contains(table.policy())) {
            findings.error(table.node(), "選び方「%s」は使えません。", table.policy());
        }
        if (table.rules().isEmpty()) {
            findings.warning(table.node(), "規則が1つもありません。");
        }
        if (table.outputs().isEmpty()) {
            findings.error(table.node(), "結果の列がありません。");
        }
        for (var column : table.columns()) {
            if (column.node().attribute("label").isBlank()) {
                findings.warning(column.node(), "条件の列に見出しがありません。");
            }
            expression(column.node(), column.expression(), findings);
        }
        outputs(table, findings);
        var readable = new HashMap<String, Boolean>();
        table.rules().forEach(rule -> rule(table, rule, readable, findings));
    }

    private static void outputs(DecisionTable table, Findings findings) {
        var names = new HashSet<String>();
        for (var output : table.outputs()) {
            var name = output.attribute("name");
            if (!name.matches(NAME)) {
                findings.error(output, "結果の列に、結果を入れる値の名前を英数字で書いてください。");
            } else if (!names.add(name)) {
                findings.error(output, "結果の列の名前「%s」が2回使われています。", name);
            }
            if (output.attribute("label").isBlank()) {
                findings.warning(output, "結果の列に見出しがありません。");
            }
        }
    }

    private static void rule(
            DecisionTable table, DecisionTable.Rule rule, Map<String, Boolean> readable, Findings findings) {
        if (rule.tests().size() != table.columns().size()
                || rule.results().size() != table.outputs().size()) {
            findings.error(rule.node(), "列の数が合いません。");
        }
        for (var test : rule.tests()) {
            if (!readable.computeIfAbsent(test, TableWords::isReadable)) {
                findings.error(rule.node(), "条件「%s」が読めません。文字は \" で囲んでください。", test);
            }
        }
        rule.results().forEach(result -> expression(rule.node(), result, findings));
        if (rule.node().child("description").map(Node::text).orElse("").isBlank()) {
            findings.warning(rule.node(), "規則に説明がありません。");
        }
    }

    private static boolean isReadable(String test) {
        return Feel.isBounded(test) && Feel.isTest(test);
    }

    private static void expression(Node node, String text, Findings findings) {
        var literal = Feel.simple(text).map(tokens -> tokens.size() == 1).orElse(false);
        if (text.isEmpty()) {
            if (node.name.equals("input")) {
                findings.error(node, "条件の列に、調べる値がありません。");
            }
        } else if (!Feel.isBounded(text) || !literal && !Feel.isExpression(text)) {
            findings.error(node, "式「%s」が読めません。文字は \" で囲んでください。", text);
        }
    }
}
