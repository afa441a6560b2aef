package jp.banso.processengine.internal.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks one decision model: tables in FEEL, nothing that reaches Java. */
final class DmnCheck {

    static final int MAX_RULES = 1000;
    private static final Pattern IN_QUOTES = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    /** What leaves FEEL, and what can go on for longer than a case can wait. */
    private static final Pattern REACHES_OUT =
            Pattern.compile("\\bexternal\\b|\\bfunction\\s*\\(|\\bjava\\b|\\b(?:for|some|every)\\b"
                    + "|\\b(?:matches|replace|split|sort|partial|random number)\\s*\\(");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{|#\\{");

    private static final Map<String, Set<String>> WORDS = BpmnWords.read(
            """
            definitions: namespace exporter exporterVersion expressionLanguage typeLanguage modeler:executionPlatform modeler:executionPlatformVersion xsi:schemaLocation
            decision: camunda:historyTimeToLive camunda:versionTag
            question:
            allowedAnswers:
            description:
            variable: typeRef
            decisionTable: hitPolicy aggregation preferredOrientation outputLabel
            input: label camunda:inputVariable
            inputExpression: typeRef expressionLanguage
            inputValues: expressionLanguage
            output: label typeRef
            outputValues: expressionLanguage
            defaultOutputEntry: expressionLanguage
            rule:
            inputEntry: expressionLanguage
            outputEntry: expressionLanguage
            annotation:
            annotationEntry:
            text:
            literalExpression: typeRef expressionLanguage
            informationRequirement:
            requiredDecision: href
            requiredInput: href
            knowledgeSource:
            inputData:
            textAnnotation: textFormat
            association: associationDirection
            sourceRef: href
            targetRef: href
            extensionElements:
            di:DMNDI:
            di:DMNDiagram:
            di:DMNShape: dmnElementRef isCollapsed di:stroke di:fill
            di:DMNEdge: dmnElementRef
            di:DMNLabel:
            di:DMNDecisionTable:
            di:Size: width height
            di:Bounds: x y width height
            di:waypoint: x y
            """);

    private DmnCheck() {}

    static void check(Node root, Findings findings) {
        if (!root.name.equals("definitions")) {
            findings.error(root, "DMNのファイルではありません。");
            return;
        }
        if (root.all("rule").count() > MAX_RULES) {
            findings.error(root, "規則が多すぎます。%d行までにしてください。", MAX_RULES);
            return;
        }
        if (root.all("decision").findAny().isEmpty()) {
            findings.error(root, "決定表がありません。");
        }
        var ids = new HashSet<String>();
        root.all().forEach(node -> {
            words(node, findings);
            references(node, findings);
            var id = node.attribute("id");
            if (!id.isEmpty() && !ids.add(id)) {
                findings.error(node, "記号「%s」が2回使われています。", id);
            }
            if (node.name.equals("text") && reachesOut(node.text()) && !isAnnotation(node)) {
                findings.error(node, "式「%s」は使えません。", node.text());
            }
        });
    }

    private static void references(Node node, Findings findings) {
        var href = node.attribute("href");
        if (!href.isEmpty() && !href.matches("#[A-Za-z0-9_.-]{1,150}")) {
            findings.error(node, "ほかのファイルや場所「%s」は参照できません。", href);
        }
        var variable = node.attribute("camunda:inputVariable");
        if (!variable.isEmpty() && !variable.matches("[A-Za-z_][A-Za-z0-9_]{0,60}")) {
            findings.error(node, "値の名前「%s」は英数字で書いてください。", variable);
        }
        if (node.name.equals("decision")) {
            if (!node.attribute("id").matches("[A-Za-z_][A-Za-z0-9_.-]{0,100}")) {
                findings.error(node, "決定表の記号は、英字で始まる英数字にしてください。");
            }
            TableWords.check(node, findings);
        }
    }

    private static boolean reachesOut(String text) {
        return EXPRESSION.matcher(text).find()
                || REACHES_OUT
                        .matcher(IN_QUOTES.matcher(text).replaceAll("\"\""))
                        .find();
    }

    private static boolean isAnnotation(Node node) {
        return node.parent != null && node.parent.name.equals("textAnnotation");
    }

    private static void words(Node node, Findings findings) {
        if (!WORDS.containsKey(node.name)) {
            findings.error(node, "要素「%s」は使えません。", node.name);
            return;
        }
        node.attributes.forEach((attribute, value) -> {
            var known = attribute.equals("id")
                    || attribute.equals("name")
                    || WORDS.getOrDefault(node.name, Set.of()).contains(attribute);
            if (!known) {
                findings.error(node, "「%s」に属性「%s」は使えません。", node.name, attribute);
            } else if (attribute.equals("expressionLanguage")
                    && !value.toLowerCase(Locale.ROOT)
                            .matches("feel|https://www\\.omg\\.org/spec/dmn/20191111/feel/")) {
                findings.error(node, "式の言葉「%s」は使えません。", value);
            } else if (attribute.equals("name") && value.length() > 200) {
                findings.error(node, "名前が長すぎます。200文字までにしてください。");
            }
        });
    }
}
