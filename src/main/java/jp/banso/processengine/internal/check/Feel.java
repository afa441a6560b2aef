package jp.banso.processengine.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Reads what stands in a decision table with the engine that will run it, within limits on length and nesting. */
final class Feel {

    private static final FeelEngineApi ENGINE =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private static final int MAX_LENGTH = 1000;
    private static final int MAX_NESTING = 6;
    private static final Pattern TOKEN =
            Pattern.compile("\\s++|\"(?:[^\"\\\\]|\\\\.)*+\"|-?[0-9]++(?:\\.(?!\\.)[0-9]++)?+|true|false|not(?=\\s*\\()"
                    + "|<=|>=|[<>,()\\[\\]-]|\\.\\.");

    private static final Pattern COMPARISON = Pattern.compile("(<|<=|>|>=)\\s*(-?[0-9]{1,15}(?:\\.[0-9]{1,6})?)");

    private Feel() {}

    /** Whether the text is short and flat enough to be read at all. */
    static boolean isBounded(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, Math.abs(depth));
        }
        return text.length() <= MAX_LENGTH && deepest <= MAX_NESTING;
    }

    static boolean isTest(String text) {
        return isAnything(text)
                || isTextList(text)
                || COMPARISON.matcher(text).matches()
                || ENGINE.parseUnaryTests(text).isSuccess();
    }

    static boolean isExpression(String text) {
        return ENGINE.parseExpression(text).isSuccess();
    }

    static boolean isAnything(String text) {
        return text.isEmpty() || text.equals("-");
    }

    static boolean isSimpleTest(String text) {
        return isBounded(text) && simple(text).isPresent() && isTest(text);
    }

    /** The parts of a test made of literals, comparisons, ranges and {@code not(…)} only; empty if there is more in it. */
    static Optional<List<String>> simple(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        for (int at = 0; at < text.length(); at = matcher.end()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
        }
        return Optional.of(tokens);
    }

    /** The literals named in a list of allowed values; empty if it is anything else. */
    static Set<String> texts(String list) {
        var texts = new LinkedHashSet<String>();
        for (var token : simple(list).orElse(List.of())) {
            if (isText(token)) {
                texts.add(text(token));
            }
        }
        return texts;
    }

    static boolean isText(String token) {
        return token.startsWith("\"");
    }

    static boolean isNumber(String token) {
        return token.matches("-?[0-9].*");
    }

    static boolean isBoolean(String token) {
        return token.equals("true") || token.equals("false");
    }

    static String text(String token) {
        return token.substring(1, token.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Whether the test only names texts, which is most of them and needs no engine. */
    static boolean isTextList(String text) {
        var tokens = simple(text).orElse(List.of());
        return !tokens.isEmpty() && tokens.stream().allMatch(token -> isText(token) || token.equals(","));
    }

    /** Whether a value passes a simple test. */
    static Predicate<Object> test(String text) {
        if (isAnything(text)) {
            return value -> true;
        }
        if (isTextList(text)) {
            var texts = new HashSet<>(texts(text));
            return texts::contains;
        }
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            var bound = new BigDecimal(comparison.group(2));
            return value -> value instanceof BigDecimal number && holds(number.compareTo(bound), comparison.group(1));
        }
        var parsed = ENGINE.parseUnaryTests(text);
        if (!parsed.isSuccess()) {
            return value -> false;
        }
        return value -> {
            var result = ENGINE.evaluateWithInput(parsed.parsedExpression(), value, Map.of());
            return result.isSuccess() && Boolean.TRUE.equals(result.result());
        };
    }

    private static boolean holds(int order, String sign) {
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
