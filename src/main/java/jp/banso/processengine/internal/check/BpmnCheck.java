package jp.banso.processengine.internal.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.banso.processengine.GuardViolation;
import jp.banso.processengine.internal.TimerLimits;

/** Checks one process model by itself: its words, its expressions, its timers, its bindings. */
final class BpmnCheck {

    private static final int MAX_NODES = 500;
    private static final int MAX_NAME = 200;
    private static final int MAX_INSTANCES = 50;
    private static final Pattern STEP = Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z_0-9]*)\\s*}");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9.-]{0,100}");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");
    private static final Set<String> EXPRESSION_TEXTS = Set.of(
            "conditionExpression",
            "condition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "completionCondition",
            "camunda:inputParameter",
            "camunda:outputParameter");
    private static final Set<String> EXPRESSION_ATTRIBUTES = Set.of(
            "userTask camunda:dueDate",
            "userTask camunda:followUpDate",
            "userTask camunda:priority",
            "userTask camunda:assignee",
            "camunda:in sourceExpression",
            "camunda:in businessKey",
            "camunda:out sourceExpression");
    private static final Map<String, Set<String>> FIXED = Map.of(
            "camunda:formRefBinding", Set.of("deployment"),
            "camunda:decisionRefBinding", Set.of("latest", "deployment"),
            "camunda:calledElementBinding", Set.of("latest", "deployment"),
            "camunda:mapDecisionResult", Set.of("singleEntry", "singleResult"),
            "instantiate", Set.of("false"),
            "expressionLanguage", Set.of("http://www.w3.org/1999/XPath"),
            "typeLanguage", Set.of("http://www.w3.org/2001/XMLSchema"));

    private final Vocabulary vocabulary;
    private final ExpressionCheck expressions;

    BpmnCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.expressions = new ExpressionCheck(vocabulary);
    }

    void check(Node root, Findings findings) {
        if (!root.name.equals("definitions")) {
            findings.error(root, "BPMNのファイルではありません。");
            return;
        }
        if (root.all().filter(node -> BpmnWords.NODES.contains(node.name)).count() > MAX_NODES) {
            findings.error(root, "図の要素が多すぎます。%d個までにしてください。", MAX_NODES);
            return;
        }
        if (root.all("process").count() != 1) {
            findings.error(root, "1つのファイルには手順を1つだけ入れてください。");
        }
        var ids = new HashSet<String>();
        root.all().forEach(node -> {
            words(node, findings);
            texts(node, findings);
            var id = node.attribute("id");
            if (!id.isEmpty() && !ids.add(id)) {
                findings.error(node, "記号「%s」が2回使われています。", id);
            }
            element(node, findings);
        });
        var graph = new FlowGraph(root);
        GatewayCheck.check(root, graph, findings);
        ReachCheck.check(root, graph, findings);
        EventCheck.check(root, graph, findings);
        TextCheck.check(root, findings);
        DrawingCheck.check(root, graph, findings);
    }

    private static void words(Node node, Findings findings) {
        if (!BpmnWords.knows(node.name)) {
            findings.error(node, "要素「%s」は使えません。", node.name);
            return;
        }
        if (node.name.startsWith(XmlReader.DIAGRAM) && node.parent != null && !inDiagram(node)) {
            findings.error(node, "図の要素「%s」の場所が正しくありません。", node.name);
        }
        node.attributes.forEach((attribute, value) -> {
            if (!BpmnWords.allows(node.name, attribute)) {
                findings.error(node, "「%s」に属性「%s」は使えません。", node.name, attribute);
            } else if (FIXED.containsKey(attribute) && !FIXED.get(attribute).contains(value)) {
                findings.error(node, "属性「%s」に「%s」は使えません。", attribute, value);
            } else if (attribute.equals("name") && value.codePointCount(0, value.length()) > MAX_NAME) {
                findings.error(node, "名前が長すぎます。%d文字までにしてください。", MAX_NAME);
            }
        });
    }

    private static boolean inDiagram(Node node) {
        return node.name.equals("di:BPMNDiagram")
                ? node.parent != null && node.parent.name.equals("definitions")
                : node.parent != null && node.parent.name.startsWith(XmlReader.DIAGRAM);
    }

    /** Expressions only where they belong, and only ones that keep to the grammar. */
    private void texts(Node node, Findings findings) {
        node.attributes.forEach((attribute, value) -> {
            if (ExpressionCheck.isExpression(value) && !attribute.equals("camunda:delegateExpression")) {
                if (EXPRESSION_ATTRIBUTES.contains(node.name + " " + attribute)) {
                    expression(node, value, findings);
                } else {
                    findings.error(node, "属性「%s」に式は使えません。", attribute);
                }
            }
        });
        var text = node.text();
        if (ExpressionCheck.isExpression(text)) {
            if (EXPRESSION_TEXTS.contains(node.name)) {
                expression(node, text, findings);
            } else {
                findings.error(node, "「%s」に式は使えません。", node.name);
            }
        }
    }

    private void expression(Node node, String text, Findings findings) {
        var problem = expressions.problem(text);
        if (problem != null) {
            findings.error(node, "%s", problem);
        }
    }

    private void element(Node node, Findings findings) {
        switch (node.name) {
            case "process" -> process(node, findings);
            case "userTask" -> userTask(node, findings);
            case "serviceTask", "sendTask" -> step(node, node.attribute("camunda:delegateExpression"), findings);
            case "messageEventDefinition" -> messageEvent(node, findings);
            case "businessRuleTask" -> required(node, "camunda:decisionRef", "どの決定表で決めるかが、選ばれていません。", findings);
            case "callActivity" -> required(node, "calledElement", "呼ぶ手順が、選ばれていません。", findings);
            case "conditionExpression", "condition", "completionCondition" -> condition(node, findings);
            case "timeDate" -> timer(node, node.text(), TimerLimits::checkDate, findings);
            case "timeDuration" -> timer(node, node.text(), TimerLimits::checkDuration, findings);
            case "timeCycle" -> timer(node, node.text(), TimerLimits::checkCycle, findings);
            case "loopCardinality" -> instances(node, findings);
            case "multiInstanceLoopCharacteristics" -> loop(node, findings);
            case "error" -> code(node, node.attribute("errorCode"), findings);
            case "escalation" -> code(node, node.attribute("escalationCode"), findings);
            case "camunda:inputParameter", "camunda:outputParameter" -> {
                if (!node.children.isEmpty()) {
                    findings.error(node, "「%s」には値か式だけを書けます。", node.name);
                }
            }
            default -> {}
        }
    }

    private static void process(Node node, Findings findings) {
        if (!"true".equals(node.attribute("isExecutable"))) {
            findings.error(node, "手順が「実行できる」になっていません。");
        }
        var days = node.attribute("camunda:historyTimeToLive");
        if (!days.matches("P[0-9]{1,4}D") || days.equals("P0D")) {
            findings.error(node, "終わってから記録を残す日数がありません。1から9999までの日数を書いてください。");
        }
        if (!IDENTIFIER.matcher(node.attribute("id")).matches()) {
            findings.error(node, "手順の記号は、英字で始まる英数字にしてください。");
        }
    }

    private void userTask(Node node, Findings findings) {
        required(node, "camunda:candidateGroups", "担当する役割がありません。", findings);
        required(node, "camunda:formRef", "様式がありません。", findings);
        for (var role : node.attribute("camunda:candidateGroups").split(",")) {
            if (!role.isBlank() && !vocabulary.roles().contains(role.strip())) {
                findings.error(node, "役割「%s」はありません。", role.strip());
            }
        }
        for (var attribute : Set.of("camunda:dueDate", "camunda:followUpDate")) {
            if (!node.attribute(attribute).isEmpty()) {
                timer(node, node.attribute(attribute), TimerLimits::checkDate, findings);
            }
        }
        var priority = node.attribute("camunda:priority");
        if (!priority.isEmpty() && !ExpressionCheck.isExpression(priority) && !priority.matches("[0-9]{1,3}")) {
            findings.error(node, "優先度は0から999までの数です。");
        }
        if (node.attribute("camunda:dueDate").isEmpty()) {
            findings.warning(node, "期限がありません。");
        }
    }

    private void messageEvent(Node node, Findings findings) {
        var throwing = node.parent != null
                && (node.parent.name.equals("intermediateThrowEvent") || node.parent.name.equals("endEvent"));
        if (throwing) {
            step(node, node.attribute("camunda:delegateExpression"), findings);
        } else if (node.attributes.containsKey("camunda:delegateExpression")) {
            findings.error(node, "受け取るイベントに処理は付けられません。");
        }
    }

    private void step(Node node, String expression, Findings findings) {
        var matcher = STEP.matcher(expression);
        if (!matcher.matches()) {
            findings.error(node, "製品がする処理が、選ばれていません。");
        } else if (!vocabulary.steps().contains(matcher.group(1))) {
            findings.error(node, "処理「%s」はありません。", matcher.group(1));
        }
    }

    private static void condition(Node node, Findings findings) {
        if (!node.text().matches("(?s)[$#]\\{.*}")) {
            findings.error(node, "条件は ${…} の形で書いてください。");
        }
    }

    private static void timer(Node node, String text, Consumer<String> limit, Findings findings) {
        if (!text.isBlank() && !ExpressionCheck.isExpression(text)) {
            try {
                limit.accept(text);
            } catch (GuardViolation e) {
                findings.error(node, "%s", e.getMessage());
            }
        }
    }

    /** Over a list of ids that a step has set (which the engine guard keeps short), or a fixed number of times. */
    private static void loop(Node node, Findings findings) {
        var collection = node.attribute("camunda:collection");
        if (!collection.isEmpty() && !FACT.matcher(collection).matches()) {
            findings.error(node, "くり返しの元になる一覧の値の名前を、英数字で書いてください。");
        }
        if (collection.isEmpty() && node.all("loopCardinality").findAny().isEmpty()) {
            findings.error(node, "くり返しの回数がありません。");
        }
    }

    private static void instances(Node node, Findings findings) {
        if (!node.text().matches("[0-9]{1,2}") || Integer.parseInt(node.text()) > MAX_INSTANCES) {
            findings.error(node, "くり返しの回数は%dまでの数で書いてください。", MAX_INSTANCES);
        }
    }

    /** A code with a dot could name a Java exception, and the model would swallow it. */
    private static void code(Node node, String code, Findings findings) {
        if (!code.matches("[A-Za-z0-9_-]{1,60}")) {
            findings.error(node, "コードは英数字と「-」「_」だけで書いてください（「.」は使えません）。");
        }
    }

    private static void required(Node node, String attribute, String message, Findings findings) {
        if (node.attribute(attribute).isBlank()) {
            findings.error(node, "%s", message);
        }
    }
}
