package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.banso.processengine.internal.GuardedExpressionManager;
import jp.banso.processengine.internal.ModelFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of expressions: variables, comparisons, and the functions of {@link ModelFunctions}. No method calls, no
 * bean names, no engine objects except {@code execution.processBusinessKey}.
 */
final class ExpressionCheck {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_TOKENS = 120;
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+(?:\\.[0-9]+)?"
                    + "|[A-Za-z_][A-Za-z_0-9]*|==|!=|<=|>=|&&|\\|\\||[<>!?:+\\-*/%(),.\\[\\]}]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Set<String> WORDS = Set.of(
            "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null");
    private static final Set<String> HIDDEN =
            Set.of("task", "caseExecution", "externalTask", "variableContext", "loggedInUser", "class");
    private static final Map<String, Integer> RULE_ARGUMENT =
            Map.of("due", 0, "nextMeetingDue", 0, "dueFrom", 1, "dueBefore", 1, "dayFrom", 1);

    private final Vocabulary vocabulary;
    private final GuardedExpressionManager parser = new GuardedExpressionManager(Map.of());
    private final Map<String, Integer> functions = ModelFunctions.arity();

    ExpressionCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with the text, or null. */
    @Nullable
    String problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return "式が長すぎます（%d文字まで）。".formatted(MAX_LENGTH);
        }
        for (int at = start(text, 0); at >= 0; ) {
            var tokens = new ArrayList<String>();
            int end = tokens(text, at + 2, tokens);
            if (end < 0) {
                return "式「%s」に使えない文字があります。".formatted(text);
            }
            var problem = tokens.size() > MAX_TOKENS ? "式が長すぎます。" : grammar(tokens);
            if (problem != null) {
                return "式「%s」：%s".formatted(text, problem);
            }
            at = start(text, end);
        }
        return syntax(text);
    }

    /** The variables that a text with expressions asks for. */
    static Set<String> variables(String text) {
        var variables = new LinkedHashSet<String>();
        for (int at = start(text, 0); at >= 0 && text.length() <= MAX_LENGTH; ) {
            var tokens = new ArrayList<String>();
            int end = tokens(text, at + 2, tokens);
            for (int i = 0; i < tokens.size(); i++) {
                var token = tokens.get(i);
                var property = i > 0 && tokens.get(i - 1).equals(".");
                var call = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
                if (NAME.matcher(token).matches() && !WORDS.contains(token) && !property && !call) {
                    variables.add(token);
                }
            }
            at = end < 0 ? -1 : start(text, end);
        }
        variables.remove("execution");
        return variables;
    }

    private @Nullable String syntax(String text) {
        try {
            parser.createExpression(text);
            return null;
        } catch (RuntimeException e) {
            return "式「%s」の書き方が正しくありません。".formatted(text);
        }
    }

    private static int start(String text, int from) {
        int dollar = text.indexOf("${", from);
        int hash = text.indexOf("#{", from);
        return dollar < 0 || hash >= 0 && hash < dollar ? hash : dollar;
    }

    /** Fills the tokens up to the closing brace and returns the position after it, or -1. */
    private static int tokens(String text, int from, List<String> tokens) {
        var matcher = TOKEN.matcher(text);
        for (int at = from; at < text.length(); at = matcher.end()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                return -1;
            }
            if (matcher.group().equals("}")) {
                return matcher.end();
            }
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
        }
        return -1;
    }

    private @Nullable String grammar(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!NAME.matcher(token).matches() || WORDS.contains(token)) {
                continue;
            }
            var property = i > 0 && tokens.get(i - 1).equals(".");
            var call = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
            var problem = call ? call(tokens, i, property) : property ? hidden(token) : name(tokens, i);
            if (problem != null) {
                return problem;
            }
        }
        return tokens.isEmpty() ? "中身がありません。" : access(tokens);
    }

    private static @Nullable String access(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.matches("[.\\[]") && (i == 0 || !tokens.get(i - 1).matches("[A-Za-z_][A-Za-z_0-9]*|]"))) {
                return "「%s」は変数の後にだけ書けます。".formatted(token);
            }
        }
        return null;
    }

    private @Nullable String call(List<String> tokens, int at, boolean property) {
        var name = tokens.get(at);
        if (property || !functions.containsKey(name)) {
            return "「%s(…)」は呼び出せません。使えるのは %s です。".formatted(name, String.join(", ", functions.keySet()));
        }
        var arguments = arguments(tokens, at + 1);
        if (arguments.size() != functions.get(name)) {
            return "「%s」に渡す値は%d個です。".formatted(name, functions.get(name));
        }
        var ruleAt = RULE_ARGUMENT.get(name);
        if (ruleAt != null && arguments.get(ruleAt).size() == 1) {
            var rule = arguments.get(ruleAt).get(0);
            if (rule.matches("['\"].*['\"]") && !vocabulary.dueRule().test(rule.substring(1, rule.length() - 1))) {
                return "期限の決まり %s が読めません。'+5営'、'+7日'、'P3M'、'当日' のように書いてください。".formatted(rule);
            }
        }
        return null;
    }

    private static List<List<String>> arguments(List<String> tokens, int open) {
        var arguments = new ArrayList<List<String>>();
        var current = new ArrayList<String>();
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (depth == 1 && token.equals(",")) {
                arguments.add(current);
                current = new ArrayList<>();
            } else if (i > open) {
                current.add(token);
            }
        }
        if (!current.isEmpty() || !arguments.isEmpty()) {
            arguments.add(current);
        }
        return arguments;
    }

    private @Nullable String name(List<String> tokens, int at) {
        var name = tokens.get(at);
        if (vocabulary.steps().contains(name)) {
            return "製品がする処理「%s」は、式では使えません。".formatted(name);
        }
        if (name.equals("execution")) {
            var rest = tokens.subList(at + 1, Math.min(at + 3, tokens.size()));
            return rest.equals(List.of(".", "processBusinessKey"))
                    ? null
                    : "「execution」で使えるのは processBusinessKey だけです。";
        }
        return hidden(name);
    }

    private static @Nullable String hidden(String name) {
        return HIDDEN.contains(name) ? "「%s」は使えません。".formatted(name) : null;
    }
}
