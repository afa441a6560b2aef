package jp.banso.processengine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Conditions of forms, in FEEL, by the same engine that runs the decisions. Java functions cannot be called from it. */
public final class FormConditions {

    private static final FeelEngineApi FEEL =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    /** Reading a condition takes longer than answering it, and forms ask the same few again and again. */
    private static final Map<String, Optional<ParsedExpression>> READ = new ConcurrentHashMap<>();

    private static final int MOST_READ = 10_000;

    private FormConditions() {}

    /** Whether the condition holds; a condition that cannot be evaluated does not. */
    public static boolean isTrue(String expression, Map<String, Object> values) {
        Optional<ParsedExpression> condition = READ.computeIfAbsent(expression, FormConditions::read);
        if (READ.size() > MOST_READ) {
            READ.clear();
        }
        return condition.isPresent() && holds(FEEL.evaluate(condition.get(), values));
    }

    private static boolean holds(EvaluationResult result) {
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    private static Optional<ParsedExpression> read(String expression) {
        ParseResult result = FEEL.parseExpression(expression);
        return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
    }
}
