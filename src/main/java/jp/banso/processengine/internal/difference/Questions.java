package jp.banso.processengine.internal.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.processengine.internal.check.Node;

/** The facts that forms and decisions of one state tell, as people call them, to say conditions in words. */
final class Questions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMPARED = Pattern.compile(
            "[$#]\\{\\s*([A-Za-z_]\\w*)\\s*(==|!=|>=|<=|>|<)\\s*(?:'([^']*)'|\"([^\"]*)\"|(-?[0-9.]+|true|false))\\s*}");
    private static final Pattern BARE = Pattern.compile("[$#]\\{\\s*(!|not\\s+)?\\s*([A-Za-z_]\\w*)\\s*}");
    private static final Map<String, String> COMPARISONS = Map.of(
            "==", "が「%s」のとき",
            "!=", "が「%s」でないとき",
            ">=", "が%s以上のとき",
            "<=", "が%s以下のとき",
            ">", "が%sより大きいとき",
            "<", "が%sより小さいとき");

    /** @param options value to label */
    private record Question(String label, Map<String, String> options) {}

    private final Map<String, Question> asked = new HashMap<>();

    void form(byte[] bytes) {
        try {
            fields(JSON.readTree(bytes));
        } catch (IOException unreadable) {
            // has no questions to tell
        }
    }

    private void fields(JsonNode node) {
        for (JsonNode field : node.path("components")) {
            var fact = field.path("properties").path("fact").asText();
            if (!fact.isEmpty()) {
                var options = new HashMap<String, String>();
                field.path("values")
                        .forEach(each -> options.put(
                                each.path("value").asText(), each.path("label").asText()));
                asked.putIfAbsent(fact, new Question(field.path("label").asText(fact), options));
            }
            fields(field);
        }
    }

    /** What decisions answer. */
    void process(Node root) {
        root.all("businessRuleTask")
                .filter(task -> !task.attribute("camunda:resultVariable").isBlank())
                .filter(task -> !task.attribute("name").isBlank())
                .forEach(task -> asked.putIfAbsent(
                        task.attribute("camunda:resultVariable"), new Question(task.attribute("name"), Map.of())));
    }

    /** {@code ${screening == 'yes'}} is 「スクリーニングの結果」が「はい」のとき; what is longer stays as it is written. */
    String words(String expression) {
        if (expression.replaceAll("\\s", "").equals("${true}")) {
            return "いつも";
        }
        Matcher bare = BARE.matcher(expression);
        if (bare.matches()) {
            return said(bare.group(2), "==", bare.group(1) == null ? "true" : "false");
        }
        Matcher compared = COMPARED.matcher(expression);
        if (!compared.matches()) {
            return expression;
        }
        var value = compared.group(3) != null
                ? compared.group(3)
                : compared.group(4) != null ? compared.group(4) : compared.group(5);
        return said(compared.group(1), compared.group(2), value);
    }

    private String said(String fact, String comparison, String value) {
        var question = asked.getOrDefault(fact, new Question(fact, Map.of()));
        var plain = value.equals("true") ? "はい" : value.equals("false") ? "いいえ" : value;
        return "「" + question.label() + "」"
                + COMPARISONS
                        .getOrDefault(comparison, "%s")
                        .formatted(question.options().getOrDefault(value, plain));
    }
}
