package jp.banso.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.BansoTest;
import jp.banso.processengine.Flow;
import jp.banso.processengine.ProcessState;
import jp.banso.processengine.PublishedModels;
import jp.banso.story.api.Task;
import jp.banso.story.api.Town;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Plays every scenario beside a model through the API and asserts the path that the engine remembers. */
@BansoTest
class ScenarioTest {

    private static final String MUNICIPALITY = "midorino";
    private static final String READER = "soudan";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    Flow flow;

    @Autowired
    PublishedModels models;

    @Autowired
    CaseFacts facts;

    @TestFactory
    Stream<DynamicTest> everyScenario() {
        List<Scenario> scenarios = Scenario.all();
        assertThat(scenarios).isNotEmpty();
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.title(), scenario.file().toUri(), () -> play(scenario)));
    }

    private void play(Scenario scenario) {
        Town town = new Town(port, clock);
        String caseNo = "";
        for (Map<String, Object> move : scenario.moves()) {
            if (move.containsKey("receives")) {
                Map<String, Object> person = Town.stranger();
                person.putAll(Scenario.map(move.get("receives")));
                caseNo = town.as(word(move, "user")).receives(person);
            } else {
                make(move, town, caseNo);
            }
        }
        expect(scenario.then(), town, caseNo);
    }

    private static void make(Map<String, Object> move, Town town, String caseNo) {
        if (move.containsKey("clock")) {
            town.passesTo(town.today().plus(Period.parse(word(move, "clock"))));
        } else if (move.containsKey("meeting")) {
            town.meets(caseNo, word(move, "meeting"));
        } else {
            Task task = town.as(word(move, "user")).task(caseNo, word(move, "step"));
            if (move.containsKey("due")) {
                assertThat(task.due()).as("%s has a due date", task.step()).isNotNull();
                assertThat(String.valueOf(task.due())).startsWith(word(move, "due"));
            }
            town.as(word(move, "user"))
                    .completes(caseNo, task.step(), Scenario.map(move.getOrDefault("answers", Map.of())));
        }
    }

    private void expect(Scenario.Expected then, Town town, String caseNo) {
        List<ProcessState> states = flow.activityStates(caseNo, MUNICIPALITY);
        Set<String> passed = activities(states, ProcessState::completed);
        Set<String> steps = steps(states);
        Set<String> completed = new TreeSet<>(passed);
        completed.retainAll(steps);

        List<String> told = new ArrayList<>();
        town.as(READER)
                .opens(caseNo)
                .path("events")
                .forEach(event -> told.add(0, event.path("step").asText()));
        told.retainAll(steps);

        assertThat(told).as("steps in order").containsExactlyElementsOf(then.path());
        assertThat(completed).as("steps the engine completed").isEqualTo(new TreeSet<>(then.path()));
        assertThat(passed).as("passed").containsAll(then.through());
        assertThat(passed).as("not reached").doesNotContainAnyElementsOf(then.never());
        assertThat(activities(states, ProcessState::active))
                .as("not even open")
                .doesNotContainAnyElementsOf(then.never());
        assertThat(town.as(READER).tasks(caseNo))
                .as("open")
                .extracting(Task::step)
                .containsExactlyInAnyOrderElementsOf(then.open());
        Map<String, Object> known = new LinkedHashMap<>(facts.of(caseNo));
        known.keySet().retainAll(then.facts().keySet());
        assertThat(known).as("facts").containsExactlyInAnyOrderEntriesOf(then.facts());
    }

    private Set<String> steps(List<ProcessState> states) {
        return states.stream()
                .flatMap(state -> models.of(state.definitionId()).steps().stream())
                .map(PublishedModels.Step::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> activities(
            List<ProcessState> states, java.util.function.Function<ProcessState, Set<String>> of) {
        return states.stream()
                .flatMap(state -> of.apply(state).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Map<String, Object> move, String key) {
        return String.valueOf(move.get(key));
    }
}
