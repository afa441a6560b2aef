package jp.banso.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.banso.BansoTest;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.processengine.Rehearsals;
import jp.banso.processengine.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The scenarios that are shipped beside the models, played on the models as they lie in the source. With
 * {@code -Dbanso.scenarios.record=true} the paths that are taken now are written into them, to be read before they are kept.
 */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedScenariosTest {

    private static final int STEPS_AT_LEAST = 100;
    private static final int BRANCHES_AT_LEAST = 100;

    @Autowired
    Rehearsals rehearsals;

    private final List<ModelFile> models = new ArrayList<>();
    private List<Rehearsal> played = List.of();

    @BeforeAll
    void playsAll() throws Exception {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        for (Path file : files()) {
            var model = new ModelFile(file.toString(), Files.readAllBytes(file));
            if (Scenario.isScenario(model.name())) {
                scenarios.put(model.name(), Scenario.read(model.bytes()));
            } else {
                models.add(model);
            }
        }
        played = rehearsals.play(models, scenarios, Duration.ofSeconds(120));
        if (Boolean.getBoolean("banso.scenarios.record")) {
            for (Rehearsal each : played) {
                Files.writeString(
                        Path.of(each.name()),
                        each.scenario().withPath(each.path()).text());
            }
        }
    }

    @Test
    void everyOneTakesItsPath() {
        assertThat(played).hasSizeGreaterThan(40);
        assertThat(played.stream()
                        .filter(each -> !each.is(Outcome.PASSED))
                        .map(each -> each.name() + " " + each.outcome() + " " + each.trouble() + " " + each.notes()
                                + " " + each.path()))
                .isEmpty();
    }

    @Test
    void noneIsWaitingForAnAnswerThatIsLeftOpenByMistake() {
        assertThat(played.stream()
                        .filter(each -> each.scenario().events().size() > 1)
                        .filter(each -> !each.notes().isEmpty()))
                .isEmpty();
    }

    @Test
    void everyProcessIsTouchedAndNearlyEveryStepAndBranchIsReached() {
        var map = ModelMap.of(models);
        var coverage = map
                .coverage(played.stream().flatMap(each -> each.marks().stream()).toList())
                .stream()
                .filter(each -> each.steps() > 0 || each.branches() > 0)
                .toList();
        var missed = new TreeSet<String>();
        coverage.forEach(each -> {
            each.missedSteps().forEach(step -> missed.add(each.process().key() + "/" + step.id()));
            each.missedBranches().forEach(way -> missed.add(each.process().key() + "/" + way.id()));
        });
        int steps = coverage.stream().mapToInt(ModelMap.Coverage::steps).sum();
        int branches = coverage.stream().mapToInt(ModelMap.Coverage::branches).sum();
        int reachedSteps =
                coverage.stream().mapToInt(ModelMap.Coverage::reachedSteps).sum();
        int reachedBranches =
                coverage.stream().mapToInt(ModelMap.Coverage::reachedBranches).sum();
        System.out.printf(
                "scenarios %d, steps %d/%d, branches %d/%d, not reached %s, slowest %d ms, all %d ms%n",
                played.size(),
                reachedSteps,
                steps,
                reachedBranches,
                branches,
                missed,
                played.stream().mapToLong(Rehearsal::millis).max().orElse(0),
                played.stream().mapToLong(Rehearsal::millis).sum());
        assertThat(played.stream().map(each -> each.scenario().process()).collect(Collectors.toSet()))
                .isEqualTo(map.processes().keySet());
        assertThat(100 * reachedSteps / steps).as("steps, missed %s", missed).isGreaterThanOrEqualTo(STEPS_AT_LEAST);
        assertThat(100 * reachedBranches / branches)
                .as("branches, missed %s", missed)
                .isGreaterThanOrEqualTo(BRANCHES_AT_LEAST);
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String root : List.of("processes", "forms")) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form|scenario)"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }
}
