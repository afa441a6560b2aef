package jp.banso.processengine.internal.replay;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.check.XmlReader;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the engine's history what a decision was asked in a municipality. */
@Component
public class PastQuestions {

    /** The newest are looked at. */
    public static final int MOST = 20_000;

    private static final int AT_ONCE = 500;

    private final HistoryService history;
    private final RepositoryService repository;

    PastQuestions(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /**
     * The newest first.
     *
     * @param wanted facts to look up in the process when the table of that time did not ask for them; there they have the
     *     value that they had last
     */
    public List<PastQuestion> of(String key, String municipalityId, Date since, Set<String> wanted) {
        List<PastQuestion> all = new ArrayList<>();
        Map<String, Map<String, String>> columns = new HashMap<>();
        List<HistoricDecisionInstance> some;
        do {
            some = history.createHistoricDecisionInstanceQuery()
                    .decisionDefinitionKey(key)
                    .tenantIdIn(municipalityId)
                    .evaluatedAfter(since)
                    .includeInputs()
                    .includeOutputs()
                    .orderByEvaluationTime()
                    .desc()
                    .listPage(all.size(), AT_ONCE);
            all.addAll(questions(some, columns, wanted));
        } while (some.size() == AT_ONCE && all.size() < MOST);
        return all;
    }

    private List<PastQuestion> questions(
            List<HistoricDecisionInstance> some, Map<String, Map<String, String>> columns, Set<String> wanted) {
        Set<String> processes = some.stream()
                .map(HistoricDecisionInstance::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> cases = cases(processes);
        List<Map<String, @Nullable Object>> asked = some.stream()
                .map(one -> inputs(one, columns.computeIfAbsent(one.getDecisionDefinitionId(), id -> columns(id, one))))
                .toList();
        boolean complete = asked.stream().allMatch(facts -> facts.keySet().containsAll(wanted));
        Map<String, Map<String, @Nullable Object>> later = complete ? Map.of() : variables(processes, wanted);
        List<PastQuestion> questions = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            HistoricDecisionInstance one = some.get(i);
            Map<String, @Nullable Object> facts = new HashMap<>(asked.get(i));
            later.getOrDefault(String.valueOf(one.getProcessInstanceId()), Map.of())
                    .forEach((name, value) -> {
                        if (!facts.containsKey(name)) {
                            facts.put(name, value);
                        }
                    });
            facts.keySet().retainAll(wanted);
            questions.add(new PastQuestion(facts, outcome(one), cases.get(one.getProcessInstanceId())));
        }
        return questions;
    }

    private static Map<String, @Nullable Object> inputs(HistoricDecisionInstance one, Map<String, String> columns) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        one.getInputs().forEach(input -> {
            String fact = columns.get(input.getClauseId());
            if (fact != null) {
                facts.put(fact, input.getValue());
            }
        });
        return facts;
    }

    private static Outcome outcome(HistoricDecisionInstance one) {
        Map<Integer, Map<String, @Nullable Object>> rows = new TreeMap<>();
        one.getOutputs().forEach(output -> rows.computeIfAbsent(output.getRuleOrder(), order -> new TreeMap<>())
                .put(output.getVariableName(), output.getValue()));
        return Outcome.of(List.copyOf(rows.values()));
    }

    private Map<String, String> columns(String definitionId, HistoricDecisionInstance one) {
        try (var model = repository.getDecisionModel(definitionId)) {
            var file = new ModelFile("x.dmn", model.readAllBytes());
            return TriedTable.facts(XmlReader.read(file.bytes()), one.getDecisionDefinitionKey());
        } catch (java.io.IOException | XmlReader.Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> cases(Set<String> processes) {
        if (processes.isEmpty()) {
            return Map.of();
        }
        return history.createHistoricProcessInstanceQuery().processInstanceIds(processes).list().stream()
                .filter(process -> process.getBusinessKey() != null)
                .collect(Collectors.toMap(HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey));
    }

    private Map<String, Map<String, @Nullable Object>> variables(Set<String> processes, Set<String> names) {
        Map<String, Map<String, @Nullable Object>> all = new HashMap<>();
        for (String name : processes.isEmpty() ? Set.<String>of() : names) {
            for (HistoricVariableInstance each : history.createHistoricVariableInstanceQuery()
                    .processInstanceIdIn(processes.toArray(String[]::new))
                    .variableName(name)
                    .list()) {
                all.computeIfAbsent(each.getProcessInstanceId(), id -> new HashMap<>())
                        .put(name, each.getValue());
            }
        }
        return all;
    }
}
