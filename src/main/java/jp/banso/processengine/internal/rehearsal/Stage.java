package jp.banso.processengine.internal.rehearsal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.internal.OwnTime;
import org.jspecify.annotations.Nullable;

/** One rehearsal of a set of scenarios: an engine is built, used and thrown away, in the thread that calls. */
public final class Stage {

    private final Map<String, Set<String>> facts;
    private final Map<Object, Object> beans;
    private final DueDates dueDates;

    /** @param facts step bean to the facts it tells */
    public Stage(Map<String, Set<String>> facts, Map<Object, Object> beans, DueDates dueDates) {
        this.facts = facts;
        this.beans = beans;
        this.dueDates = dueDates;
    }

    /** Plays in the order of the map, each within the limit, and hands over each as soon as it is done. */
    public void play(
            List<ModelFile> models,
            Map<String, Scenario> scenarios,
            Duration limit,
            BiConsumer<String, Rehearsal> done) {
        var recorder = new Recorder();
        var steps = new ToldSteps(facts, beans);
        try (var engine = new ThrowAwayEngine(steps.asBeans(), new Planless(dueDates), recorder)) {
            engine.deploy(models);
            var player = new Player(engine.engine(), recorder, steps, ModelMap.of(models));
            for (var each : scenarios.entrySet()) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                done.accept(each.getKey(), player.play(each.getKey(), each.getValue(), limit));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            OwnTime.leave();
        }
    }

    /** The real calendar without the meetings that are really planned: a scenario comes out the same every day. */
    private record Planless(DueDates real) implements DueDates {

        @Override
        public boolean isRule(String rule) {
            return real.isRule(rule);
        }

        @Override
        public LocalDateTime due(String rule, @Nullable LocalDate from, @Nullable String officeId) {
            return real.due(rule, from, officeId);
        }

        @Override
        public LocalDateTime dueBefore(String rule, LocalDate day, @Nullable String officeId) {
            return real.dueBefore(rule, day, officeId);
        }

        @Override
        public Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId) {
            return Optional.empty();
        }
    }
}
