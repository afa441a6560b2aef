package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether every value that a process asks for is told to it by a form, a table, a step, its caller or the product. */
final class FactCheck {

    private static final Set<String> COUNTERS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_]*";

    private final Vocabulary vocabulary;
    private final Map<String, Node> processes;
    private final Map<String, Node> decisions;
    private final Map<String, FormFacts> forms;
    private final Map<String, Set<String>> told = new HashMap<>();

    FactCheck(
            Vocabulary vocabulary,
            Map<String, Node> processes,
            Map<String, Node> decisions,
            Map<String, FormFacts> forms) {
        this.vocabulary = vocabulary;
        this.processes = processes;
        this.decisions = decisions;
        this.forms = forms;
        processes.forEach((key, process) -> told.put(key, own(process)));
        for (boolean changed = true; changed; ) {
            changed = false;
            for (var process : processes.entrySet()) {
                for (var call : process.getValue().all("callActivity").toList()) {
                    changed |= handOver(process.getKey(), call);
                }
            }
        }
    }

    /** What the process hears of itself, whoever calls it. */
    private Set<String> own(Node process) {
        var facts = new HashSet<>(Vocabulary.FACTS);
        facts.addAll(COUNTERS);
        process.all().forEach(node -> {
            switch (node.name) {
                case "userTask" ->
                    facts.addAll(forms.getOrDefault(node.attribute("camunda:formRef"), new FormFacts(Map.of()))
                            .options()
                            .keySet());
                case "businessRuleTask" -> facts.add(node.attribute("camunda:resultVariable"));
                case "serviceTask", "sendTask", "messageEventDefinition" ->
                    facts.addAll(vocabulary.stepFacts().getOrDefault(bean(node), Set.of()));
                case "camunda:out" -> facts.add(node.attribute("target"));
                case "camunda:inputParameter", "camunda:outputParameter" -> facts.add(node.attribute("name"));
                case "multiInstanceLoopCharacteristics" -> facts.add(node.attribute("camunda:elementVariable"));
                default -> {}
            }
        });
        return facts;
    }

    private static String bean(Node node) {
        return node.attribute("camunda:delegateExpression").replaceAll("[^A-Za-z0-9_]", "");
    }

    private boolean handOver(String caller, Node call) {
        var called = told.get(call.attribute("calledElement"));
        if (called == null) {
            return false;
        }
        boolean changed = false;
        for (var in : call.all("camunda:in").toList()) {
            changed |= in.attribute("variables").equals("all")
                    ? called.addAll(told.get(caller))
                    : called.add(in.attribute("target"));
        }
        for (var out : call.all("camunda:out").toList()) {
            if (out.attribute("variables").equals("all")) {
                changed |= told.get(caller).addAll(called);
            }
        }
        return changed;
    }

    /** Everything that any of the processes hears of. */
    Set<String> known() {
        var known = new HashSet<String>();
        told.values().forEach(known::addAll);
        vocabulary.stepFacts().values().forEach(known::addAll);
        return known;
    }

    void check(Node process, Findings findings) {
        if (!isWhole(process)) {
            return;
        }
        var known = told.getOrDefault(process.attribute("id"), Set.of());
        process.all().forEach(node -> {
            if (node.name.equals("camunda:out")) {
                handedBack(node, findings);
                return;
            }
            for (var name : asked(node)) {
                if (!known.contains(name)) {
                    findings.warning(node, "「%s」という値を、どの様式も作りません（決定表も処理も作りません）。", name);
                }
            }
        });
    }

    /** With a form missing nobody can say what is told; that form is a finding of its own. */
    private boolean isWhole(Node process) {
        return process.all("userTask")
                .map(task -> task.attribute("camunda:formRef"))
                .allMatch(form -> form.isEmpty() || forms.containsKey(form));
    }

    private void handedBack(Node out, Findings findings) {
        var call = out.parent == null || out.parent.parent == null ? out : out.parent.parent;
        var called = processes.get(call.attribute("calledElement"));
        if (called == null || !isWhole(called)) {
            return;
        }
        var asked = new LinkedHashSet<>(ExpressionCheck.variables(out.attribute("sourceExpression")));
        asked.add(out.attribute("source"));
        asked.remove("");
        asked.removeAll(own(called));
        call.all("camunda:in").forEach(in -> asked.remove(in.attribute("target")));
        asked.forEach(name -> findings.warning(out, "「%s」という値を、呼び出すプロセスのどの様式も作りません。", name));
    }

    private Set<String> asked(Node node) {
        var asked = new LinkedHashSet<String>();
        node.attributes.forEach((attribute, value) -> {
            if (!attribute.equals("camunda:delegateExpression")) {
                asked.addAll(ExpressionCheck.variables(value));
            }
        });
        asked.addAll(ExpressionCheck.variables(node.text()));
        asked.add(node.attribute("camunda:collection"));
        if (node.name.equals("camunda:in")) {
            asked.add(node.attribute("source"));
        }
        var decision = decisions.get(node.attribute("camunda:decisionRef"));
        if (decision != null) {
            asked.addAll(inputs(decision));
        }
        asked.remove("");
        return asked;
    }

    /** The plain names that the table looks at; what other tables of the same file give it is not asked of the process. */
    private Set<String> inputs(Node decision) {
        if (decision.child("informationRequirement").isPresent()) {
            return Set.of();
        }
        return decision.all("inputExpression")
                .map(DecisionTable::text)
                .filter(text -> text.matches(PLAIN))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where a fact is told by forms alone: the answers that can come. */
    Map<String, Set<String>> domains() {
        var domains = new LinkedHashMap<>(FormFacts.domains(forms.values()));
        domains.keySet().removeAll(Vocabulary.FACTS);
        vocabulary.stepFacts().values().forEach(domains.keySet()::removeAll);
        processes.values().forEach(process -> process.all().forEach(node -> {
            domains.remove(node.attribute("camunda:resultVariable"));
            if (node.name.equals("camunda:in") || node.name.equals("camunda:out")) {
                if (!node.attribute("source").equals(node.attribute("target"))) {
                    domains.remove(node.attribute("target"));
                }
            }
        }));
        return domains;
    }
}
