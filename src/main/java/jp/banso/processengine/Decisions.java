package jp.banso.processengine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.processengine.internal.Facts;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a decision table: the municipality's own version, or the shared one. */
@Service
@Transactional
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;

    public Decisions(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /** The first matching row, output name to value; empty when no rule matches. */
    public Map<String, @Nullable Object> evaluate(
            String decisionKey, String municipalityId, Map<String, ? extends @Nullable Object> inputs) {
        var rows = evaluateAll(decisionKey, municipalityId, inputs);
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }

    /** Every matching row, in the order of the table. */
    public List<Map<String, @Nullable Object>> evaluateAll(
            String decisionKey, String municipalityId, Map<String, ? extends @Nullable Object> inputs) {
        Facts.check(inputs);
        var own = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionKey)
                .tenantIdIn(municipalityId)
                .count();
        var builder = decisions.evaluateDecisionByKey(decisionKey);
        builder = own > 0
                ? builder.decisionDefinitionTenantId(municipalityId)
                : builder.decisionDefinitionWithoutTenantId();
        return builder.variables(new HashMap<>(inputs)).evaluate().getResultList().stream()
                .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                .toList();
    }
}
