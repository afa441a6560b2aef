package jp.banso.processengine.internal.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.Scenario.Kind;

/**
 * Whether scenarios speak of what there is. What a draft has just taken away may still stand in a scenario: playing it
 * says so, and people decide.
 */
final class ScenarioCheck {

    private static final int MAX_SHOWN = 5;

    private final Map<String, byte[]> published = new HashMap<>();
    private final Map<Scenario, Findings> found = new LinkedHashMap<>();
    private final Set<Scenario> unchanged = new HashSet<>();

    /**
     * What scenarios may speak of.
     *
     * @param places as {@code process/node}
     */
    record Words(
            Set<String> processes, Set<String> places, Set<String> messages, Set<String> facts, Set<String> steps) {}

    Words words(
            Vocabulary vocabulary,
            Map<String, Node> processes,
            Map<String, Node> decisions,
            Map<String, FormFacts> forms) {
        var places = new HashSet<String>();
        var messages = new HashSet<String>();
        processes.forEach((key, process) -> {
            process.all().forEach(node -> places.add(key + "/" + node.attribute("id")));
            var root = process.parent == null ? process : process.parent;
            root.all("message").forEach(message -> messages.add(message.attribute("name")));
        });
        return new Words(
                Set.copyOf(processes.keySet()),
                places,
                messages,
                new FactCheck(vocabulary, Map.copyOf(processes), Map.copyOf(decisions), Map.copyOf(forms)).known(),
                vocabulary.steps());
    }

    /** One that is published already. */
    void know(ModelFile file) {
        published.put(file.name(), file.bytes());
    }

    void read(ModelFile file, Findings findings) {
        try {
            var scenario = Scenario.read(file.bytes());
            if (!file.name().startsWith("processes/" + scenario.process() + "/")) {
                findings.error(1, "場面は、始める手順のフォルダ「processes/%s/」に置いてください。".formatted(scenario.process()));
            }
            found.put(scenario, findings);
            if (Arrays.equals(file.bytes(), published.get(file.name()))) {
                unchanged.add(scenario);
            }
        } catch (Scenario.Unreadable e) {
            findings.error(1, String.valueOf(e.getMessage()));
        }
    }

    /** @param former what the published models have; what is only there is a thing of the past */
    void check(Words former, Words now) {
        found.forEach((scenario, findings) -> {
            judge(scenario, Set.of(scenario.process()), former.processes(), now.processes(), "手順", findings);
            judge(scenario, places(scenario), former.places(), now.places(), "手順", findings);
            judge(scenario, messages(scenario), former.messages(), now.messages(), "知らせ", findings);
            judge(scenario, facts(scenario), former.facts(), now.facts(), "値", findings);
            judge(scenario, scenario.told().keySet(), former.steps(), now.steps(), "処理", findings);
        });
    }

    private void judge(
            Scenario scenario, Set<String> said, Set<String> former, Set<String> now, String what, Findings findings) {
        var gone = new TreeSet<>(said);
        gone.removeAll(now);
        gone.stream().limit(MAX_SHOWN).forEach(each -> {
            if (former.contains(each) || unchanged.contains(scenario)) {
                findings.warning(1, each, null, "なくなった%s「%s」が、この場面に出てきます。試して、道筋を確かめてください。".formatted(what, each));
            } else {
                findings.error(1, each, null, "%s「%s」は、ありません。".formatted(what, each));
            }
        });
    }

    private static Set<String> places(Scenario scenario) {
        var places = new TreeSet<>(scenario.path());
        scenario.events().stream()
                .filter(event -> event.kind() == Kind.STEP || event.kind() == Kind.UNTIL)
                .forEach(event -> places.add(event.at()));
        return places;
    }

    private static Set<String> messages(Scenario scenario) {
        var messages = new TreeSet<String>();
        scenario.events().stream()
                .filter(event -> event.kind() == Kind.MESSAGE)
                .forEach(event -> messages.add(event.at()));
        return messages;
    }

    private static Set<String> facts(Scenario scenario) {
        var facts = new TreeSet<>(scenario.given().keySet());
        scenario.told().values().forEach(told -> facts.addAll(told.keySet()));
        scenario.events().forEach(event -> facts.addAll(event.facts().keySet()));
        return facts;
    }
}
