package jp.banso.processengine.internal.rehearsal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.processengine.RehearsedStep;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The step beans of a rehearsal: each tells what the scenario says or what it would find out, and does nothing. */
final class ToldSteps {

    private final Map<String, Set<String>> facts;
    private final Map<Object, Object> beans;
    private Map<String, Map<String, @Nullable Object>> told = Map.of();

    /**
     * @param facts step bean to the facts it sets
     * @param beans the living beans, of which only {@link RehearsedStep#tells} is called
     */
    ToldSteps(Map<String, Set<String>> facts, Map<Object, Object> beans) {
        this.facts = facts;
        this.beans = beans;
    }

    void tell(Map<String, Map<String, @Nullable Object>> scenario) {
        told = scenario;
    }

    Map<Object, Object> asBeans() {
        Map<Object, Object> steps = new HashMap<>();
        facts.keySet().forEach(name -> steps.put(name, (JavaDelegate) execution -> run(name, execution)));
        return steps;
    }

    private void run(String name, DelegateExecution execution) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        facts.getOrDefault(name, Set.of()).forEach(fact -> all.put(fact, null));
        if (beans.get(name) instanceof RehearsedStep step) {
            all.putAll(step.tells(new Process(execution)));
        }
        all.putAll(told.getOrDefault(name, Map.of()));
        all.forEach((fact, value) -> execution.setVariable(fact, stored(value)));
    }

    /** Lists are kept as the living steps keep them: for this moment only. */
    static @Nullable Object stored(@Nullable Object value) {
        return value instanceof List<?> ? Variables.objectValue(value, true).create() : value;
    }

    private record Process(DelegateExecution execution) implements RehearsedStep.Rehearsed {

        @Override
        public @Nullable Object fact(String name) {
            return execution.getVariable(name);
        }

        @Override
        public Map<String, @Nullable Object> decide(String decisionKey, Map<String, Object> inputs) {
            DecisionService decisions = execution.getProcessEngineServices().getDecisionService();
            return decisions
                    .evaluateDecisionByKey(decisionKey)
                    .variables(new HashMap<>(inputs))
                    .evaluate()
                    .getResultList()
                    .stream()
                    .findFirst()
                    .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                    .orElse(Map.of());
        }
    }
}
