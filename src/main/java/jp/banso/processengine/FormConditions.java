package jp.banso.processengine;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Conditions of forms, in FEEL, by the same engine that runs the decisions. Java functions cannot be called from it. */
public final class FormConditions {

    private static final FeelEngineApi FEEL =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    private FormConditions() {}

    /** Whether the condition holds; a condition that cannot be evaluated does not. */
    public static boolean isTrue(String expression, Map<String, Object> values) {
        EvaluationResult result = FEEL.evaluateExpression(expression, values);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
