package jp.banso.processengine.internal.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.processengine.internal.check.Node;

/**
 * How people call what a table says: by the branch of the drawing that a case takes then, else by the rule's description,
 * else by the values.
 */
public final class OutcomeNames {

    private static final Pattern EQUALS = Pattern.compile("\\$\\{\\s*(\\w+)\\s*==\\s*'?([^'}]*?)'?\\s*}");
    private static final Pattern BARE = Pattern.compile("\\$\\{\\s*(!?)\\s*(\\w+)\\s*}");

    private final Map<String, String> branches = new LinkedHashMap<>();
    private final Map<Map<String, String>, String> rules = new HashMap<>();
    private String otherwise = "";

    /** @param tables the table tried and the one in force; @param processes drawings that may ask it */
    public OutcomeNames(String key, List<Node> tables, List<Node> processes) {
        for (Node process : processes) {
            process.all("businessRuleTask")
                    .filter(task -> task.attribute("camunda:decisionRef").equals(key))
                    .forEach(task -> read(process, task.attribute("camunda:resultVariable")));
        }
        tables.forEach(table -> describe(table, key));
    }

    public String name(Outcome outcome) {
        if (outcome.equals(Outcome.OVERLAP)) {
            return "規則が重なっていて、決まらない";
        }
        if (outcome.rows().isEmpty()) {
            return "どの規則にも当てはまらない";
        }
        return String.join("、", outcome.rows().stream().map(this::name).toList());
    }

    private String name(Map<String, String> row) {
        String only = row.size() == 1 ? row.values().iterator().next() : "";
        if (row.size() == 1 && branches.containsKey(only)) {
            return branches.get(only);
        }
        if (row.size() == 1 && !otherwise.isEmpty()) {
            return otherwise;
        }
        return rules.getOrDefault(row, String.join("・", row.values()));
    }

    private void read(Node process, String variable) {
        Map<String, List<Node>> byGateway = new LinkedHashMap<>();
        process.all("sequenceFlow").forEach(flow -> byGateway
                .computeIfAbsent(flow.attribute("sourceRef"), id -> new ArrayList<>())
                .add(flow));
        List<Node> gateways = process.all("exclusiveGateway")
                .filter(gateway -> asks(byGateway.getOrDefault(gateway.attribute("id"), List.of()), variable) > 0)
                .sorted(Comparator.comparing(
                        (Node gateway) -> -asks(byGateway.getOrDefault(gateway.attribute("id"), List.of()), variable)))
                .toList();
        for (Node gateway : gateways) {
            for (Node flow : byGateway.getOrDefault(gateway.attribute("id"), List.of())) {
                String value = value(flow, variable);
                if (value != null) {
                    branches.putIfAbsent(value, called(gateway, flow));
                } else if (flow.attribute("id").equals(gateway.attribute("default")) && otherwise.isEmpty()) {
                    otherwise = called(gateway, flow);
                }
            }
        }
    }

    private static long asks(List<Node> flows, String variable) {
        return flows.stream().filter(flow -> value(flow, variable) != null).count();
    }

    private static @org.jspecify.annotations.Nullable String value(Node flow, String variable) {
        String condition = flow.child("conditionExpression").map(Node::text).orElse("");
        Matcher equals = EQUALS.matcher(condition);
        if (equals.matches() && equals.group(1).equals(variable)) {
            return equals.group(2);
        }
        Matcher bare = BARE.matcher(condition);
        return bare.matches() && bare.group(2).equals(variable)
                ? String.valueOf(bare.group(1).isEmpty())
                : null;
    }

    private static String called(Node gateway, Node flow) {
        return "「%s」%s".formatted(gateway.attribute("name"), flow.attribute("name"));
    }

    private void describe(Node definitions, String key) {
        definitions
                .all("decision")
                .filter(decision -> decision.attribute("id").equals(key))
                .flatMap(decision -> decision.all("decisionTable"))
                .forEach(table -> {
                    List<String> outputs = table.children("output")
                            .map(output -> output.attribute("name"))
                            .toList();
                    table.children("rule").forEach(rule -> describe(rule, outputs));
                });
    }

    private void describe(Node rule, List<String> outputs) {
        List<String> cells = rule.children("outputEntry")
                .map(cell -> cell.child("text").map(Node::text).orElse(""))
                .toList();
        String description = rule.child("description").map(Node::text).orElse("");
        if (cells.size() != outputs.size() || description.isBlank()) {
            return;
        }
        Map<String, String> row = new java.util.TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(outputs.get(i), cells.get(i).replaceAll("^\"|\"$", ""));
        }
        rules.putIfAbsent(row, description);
    }
}
