package jp.banso.processengine.internal.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.processengine.Rehearsals;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.Scenario.Event;
import jp.banso.processengine.Scenario.Kind;
import jp.banso.processengine.internal.OwnTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Plays scenarios one after the other in one engine, in the thread that calls it. */
final class Player {

    private static final String KEY = "REHEARSAL";
    private static final int MOST_STRANGE_STEPS = 30;

    private final ProcessEngine engine;
    private final Recorder recorder;
    private final ToldSteps steps;
    private final ModelMap map;
    private final Waiting waiting;

    Player(ProcessEngine engine, Recorder recorder, ToldSteps steps, ModelMap map) {
        this.engine = engine;
        this.recorder = recorder;
        this.steps = steps;
        this.map = map;
        this.waiting = new Waiting(engine, recorder);
    }

    /** Nothing more of the scenario can happen here; the message says why. */
    private static final class CannotGoOn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotGoOn(String message) {
            super(message);
        }
    }

    Rehearsal play(String name, Scenario scenario, Duration limit) {
        long began = System.nanoTime();
        List<String> notes = new ArrayList<>();
        String trouble = null;
        boolean stuck = false;
        OwnTime.enter(scenario.startsOn()
                .atTime(Rehearsals.MORNING, 0)
                .atZone(Recorder.TOKYO)
                .toInstant());
        recorder.begin(began + limit.toNanos());
        steps.tell(scenario.told());
        try {
            start(scenario);
            scenario.events().forEach(event -> happen(event, scenario, notes));
        } catch (CannotGoOn end) {
            trouble = end.getMessage();
        } catch (RuntimeException | StackOverflowError failed) {
            trouble = Troubles.words(failed, map, recorder.marks());
            stuck = true;
        }
        var marks = recorder.marks();
        var choices = stuck ? List.<Rehearsal.Choice>of() : waiting.choices();
        var now = LocalDateTime.ofInstant(now(), Recorder.TOKYO);
        waiting.clear();
        var path =
                marks.stream().filter(m -> !m.flow()).map(Rehearsal.Mark::place).toList();
        var outcome = stuck
                ? Outcome.STUCK
                : trouble == null && path.equals(scenario.path()) ? Outcome.PASSED : Outcome.CHANGED;
        return new Rehearsal(
                name,
                scenario,
                outcome,
                marks,
                choices,
                List.copyOf(notes),
                trouble,
                now,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static Instant now() {
        return org.camunda.bpm.engine.impl.util.ClockUtil.now().toInstant();
    }

    private void start(Scenario scenario) {
        if (!map.processes().containsKey(scenario.process())) {
            throw new CannotGoOn("始める手順「%s」がありません。".formatted(scenario.process()));
        }
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("caseNo", KEY);
        facts.put("officeId", null);
        facts.put("municipalityId", null);
        facts.putAll(stored(scenario.given()));
        engine.getRuntimeService().startProcessInstanceByKey(scenario.process(), KEY, facts);
        waiting.settle();
    }

    private void happen(Event event, Scenario scenario, List<String> notes) {
        switch (event.kind()) {
            case STEP -> answer(event, scenario, notes);
            case MESSAGE -> {
                if (!waiting.deliver(event.at(), stored(event.facts()))) {
                    pass(
                            scenario,
                            notes,
                            () -> waiting.deliver(event.at(), stored(event.facts())),
                            message(event.at()));
                }
            }
            case UNTIL -> {
                if (gone(event.at(), notes)) {
                    return;
                }
                if (!waiting.runUntil(event.at())) {
                    pass(scenario, notes, () -> waiting.runUntil(event.at()), timer(event.at()));
                }
            }
            case DAYS -> waiting.pass(Integer.parseInt(event.at()));
        }
        waiting.settle();
    }

    private void answer(Event event, Scenario scenario, List<String> notes) {
        if (gone(event.at(), notes)) {
            return;
        }
        if (!complete(event.at(), event.facts())) {
            pass(
                    scenario,
                    notes,
                    () -> complete(event.at(), event.facts()),
                    "「%s」を答える番になりませんでした。".formatted(map.name(event.at())));
        }
    }

    private static String message(String name) {
        return "知らせ「%s」を待っているところがありませんでした。".formatted(name);
    }

    private String timer(String place) {
        return "「%s」を待っているところがありませんでした。".formatted(map.name(place));
    }

    private boolean gone(String place, List<String> notes) {
        if (map.find(place).isPresent()) {
            return false;
        }
        notes.add("「%s」は、なくなっているので飛ばしました。".formatted(ModelMap.node(place)));
        return true;
    }

    /** Answers steps that the scenario does not know, choosing nothing, until it can go on. */
    private void pass(
            Scenario scenario, List<String> notes, java.util.function.BooleanSupplier goesOn, String trouble) {
        Set<String> known = scenario.events().stream()
                .filter(each -> each.kind() == Kind.STEP)
                .map(Event::at)
                .collect(Collectors.toSet());
        known.addAll(scenario.path());
        for (int n = 0; n < MOST_STRANGE_STEPS; n++) {
            var strange = waiting.steps().stream()
                    .filter(place -> !known.contains(place))
                    .findFirst();
            if (strange.isEmpty()) {
                break;
            }
            notes.add("「%s」は、この場面に答えがないので、何も選ばずに進めました。".formatted(map.name(strange.get())));
            complete(strange.get(), Map.of());
            waiting.settle();
            if (goesOn.getAsBoolean()) {
                return;
            }
        }
        throw new CannotGoOn(trouble);
    }

    private boolean complete(String place, Map<String, @Nullable Object> answer) {
        Task task = waiting.task(place);
        if (task == null) {
            return false;
        }
        Map<String, @Nullable Object> facts = new HashMap<>();
        map.find(place).ifPresent(point -> point.facts().forEach(fact -> facts.put(fact, null)));
        facts.putAll(stored(answer));
        engine.getTaskService().complete(task.getId(), facts);
        return true;
    }

    private static Map<String, @Nullable Object> stored(Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> stored = new HashMap<>();
        facts.forEach((name, value) -> stored.put(name, ToldSteps.stored(value)));
        return stored;
    }
}
