package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.Scenario;
import jp.banso.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/** One run of the check over a set of files that are to be published together, amid those already published. */
public final class Reading {

    private static final int MAX_NAME = 200;

    private final BpmnCheck bpmn;
    private final Map<String, Findings> findings = new LinkedHashMap<>();
    private final Map<String, Node> processes = new LinkedHashMap<>();
    private final Map<Node, Findings> placed = new LinkedHashMap<>();
    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Map<String, Node> decisions = new HashMap<>();
    private final Map<String, FormFacts> forms = new HashMap<>();
    private final Set<String> ownForms = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final ScenarioCheck scenarios = new ScenarioCheck();
    private final Vocabulary vocabulary;

    public Reading(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.bpmn = new BpmnCheck(vocabulary);
    }

    public List<Finding> check(List<ModelFile> files, List<ModelFile> published) {
        published.forEach(this::know);
        var former = scenarios.words(vocabulary, processes, decisions, forms);
        files.forEach(this::checkAlone);
        var facts = new FactCheck(vocabulary, processes, decisions, forms);
        var domains = facts.domains();
        placed.forEach((root, found) -> {
            references(root, found);
            root.all("process").forEach(process -> facts.check(process, found));
            root.all("decisionTable").forEach(table -> TableCheck.check(DecisionTable.of(table), domains, found));
        });
        circles();
        rolesElsewhere(files);
        scenarios.check(former, scenarios.words(vocabulary, processes, decisions, forms));
        var all = new ArrayList<Finding>();
        findings.values().forEach(f -> all.addAll(f.list()));
        return all;
    }

    private void rolesElsewhere(List<ModelFile> files) {
        var others = processes.values().stream()
                .filter(process -> !placed.containsKey(top(process)))
                .toList();
        files.stream()
                .filter(file -> SettingsFile.isName(file.name()))
                .forEach(file -> SettingsCheck.usedElsewhere(
                        List.of(file), others, vocabulary, findings.computeIfAbsent(file.name(), Findings::new)));
    }

    private void know(ModelFile file) {
        if (SettingsFile.isName(file.name())) {
            return;
        }
        if (Scenario.isScenario(file.name())) {
            scenarios.know(file);
            return;
        }
        var unsaid = new Findings(file.name());
        if (file.name().endsWith(".form")) {
            forms.put(base(file.name()), FormCheck.check(file.bytes(), base(file.name()), vocabulary.lists(), unsaid));
            return;
        }
        var root = read(file, unsaid);
        if (root != null) {
            index(root);
        }
    }

    private void checkAlone(ModelFile file) {
        var found = findings.computeIfAbsent(file.name(), Findings::new);
        if (!names.add(file.name())) {
            found.error(1, "同じ名前のファイルが2つあります。");
        }
        if (file.name().length() > MAX_NAME
                || !file.name().matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.(bpmn|dmn|form|settings|scenario)")) {
            found.error(1, "ファイル名は英数字と「-」「_」で書き、.bpmn、.dmn、.form、.settings、.scenario のどれかで終えてください。");
            return;
        }
        if (SettingsFile.isName(file.name())) {
            SettingsCheck.check(file, found);
            return;
        }
        if (Scenario.isScenario(file.name())) {
            scenarios.read(file, found);
            return;
        }
        if (file.name().endsWith(".form")) {
            forms.put(base(file.name()), FormCheck.check(file.bytes(), base(file.name()), vocabulary.lists(), found));
            ownForms.add(base(file.name()));
            return;
        }
        var root = read(file, found);
        if (root == null) {
            return;
        }
        if (file.name().endsWith(".dmn")) {
            DmnCheck.check(root, found);
        } else {
            bpmn.check(root, found);
        }
        duplicates(root, found);
        index(root);
        placed.put(root, found);
    }

    private void duplicates(Node root, Findings found) {
        root.all("process")
                .filter(p -> processes.containsKey(p.attribute("id")))
                .forEach(p -> {
                    if (placed.containsKey(top(processes.get(p.attribute("id"))))) {
                        found.error(p, "手順「%s」が2つのファイルにあります。", called(p));
                    }
                });
        root.all("decision")
                .filter(d -> placed.containsKey(top(decisions.get(d.attribute("id")))))
                .forEach(d -> found.error(d, "決定表「%s」が2つのファイルにあります。", called(d)));
    }

    private static @Nullable Node top(@Nullable Node node) {
        var current = node;
        while (current != null && current.parent != null) {
            current = current.parent;
        }
        return current;
    }

    private static @Nullable Node read(ModelFile file, Findings found) {
        if (file.name().endsWith(".form")) {
            return null;
        }
        try {
            return XmlReader.read(file.bytes());
        } catch (XmlReader.Unreadable e) {
            found.error(e.line, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void index(Node root) {
        root.all("decision").forEach(decision -> decisions.put(decision.attribute("id"), decision));
        root.all("process").forEach(process -> {
            var called = new HashSet<String>();
            process.all("callActivity").forEach(call -> called.add(call.attribute("calledElement")));
            processes.put(process.attribute("id"), process);
            calls.put(process.attribute("id"), called);
        });
    }

    private void references(Node root, Findings found) {
        root.all("userTask")
                .filter(task -> !task.attribute("camunda:formRef").isBlank())
                .forEach(task -> {
                    if (!ownForms.contains(task.attribute("camunda:formRef"))) {
                        found.error(task, "様式「%s」がありません。", task.attribute("camunda:formRef"));
                    }
                });
        root.all("businessRuleTask")
                .filter(task -> !task.attribute("camunda:decisionRef").isBlank())
                .forEach(task -> {
                    if (!decisions.containsKey(task.attribute("camunda:decisionRef"))) {
                        found.error(task, "決定表「%s」がありません。", task.attribute("camunda:decisionRef"));
                    }
                });
        root.all("callActivity")
                .filter(call -> !call.attribute("calledElement").isBlank())
                .forEach(call -> {
                    if (!processes.containsKey(call.attribute("calledElement"))) {
                        found.error(call, "呼ぶ手順「%s」がありません。", call.attribute("calledElement"));
                    }
                });
    }

    private void circles() {
        for (var key : Circles.find(calls)) {
            var process = processes.get(key);
            var found = placed.get(top(process));
            if (process != null && found != null) {
                found.error(process, "手順「%s」が、めぐりめぐって自分自身を呼び出しています。", called(process));
            }
        }
    }

    private static String called(Node model) {
        var name = model.attribute("name");
        return name.isBlank() ? model.attribute("id") : name;
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }
}
