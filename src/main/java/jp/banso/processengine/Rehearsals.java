package jp.banso.processengine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.banso.processengine.internal.StepBeans;
import jp.banso.processengine.internal.rehearsal.Stage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Plays scenarios on models that are not in force, in an engine that is thrown away afterwards. Nothing of the product is
 * written, no other thread's clock moves, and everything ends within its limits.
 */
@Service
public class Rehearsals {

    /** A scenario begins at this hour. */
    public static final int MORNING = 9;

    /** The longest that one scenario may take. */
    public static final Duration ONE = Duration.ofSeconds(10);

    private static final int AT_A_TIME = 2;
    private static final Duration WAIT = Duration.ofSeconds(15);

    private final StepBeans steps;
    private final ObjectProvider<DueDates> dueDates;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    Rehearsals(StepBeans steps, ObjectProvider<DueDates> dueDates) {
        this.steps = steps;
        this.dueDates = dueDates;
    }

    /** Too many others rehearse at the moment. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("いま、ほかの人が試しています。少し待ってから、もう一度試してください。");
        }
    }

    /**
     * Plays scenarios on models that have passed the {@link ModelCheck}.
     *
     * @param models everything that the scenarios need, also what stays as it is
     * @param scenarios file name to scenario
     * @param limit of all together; what does not fit in is not played, and says so
     * @throws Busy when it is not this one's turn within a quarter of a minute
     */
    public List<Rehearsal> play(List<ModelFile> models, Map<String, Scenario> scenarios, Duration limit) {
        Map<String, Rehearsal> done = new ConcurrentHashMap<>();
        String trouble = scenarios.isEmpty() ? "" : run(models, new LinkedHashMap<>(scenarios), limit, done);
        List<Rehearsal> all = new ArrayList<>();
        scenarios.forEach((name, scenario) -> {
            Rehearsal played = done.get(name);
            all.add(played == null ? Rehearsal.notPlayed(name, scenario, trouble) : played);
        });
        return all;
    }

    private String run(
            List<ModelFile> models, Map<String, Scenario> scenarios, Duration limit, Map<String, Rehearsal> done) {
        takePlace();
        var stage = new Stage(steps.facts(), steps, dueDates.getObject());
        var playing = new FutureTask<Void>(() -> stage.play(models, scenarios, ONE, done::put), null);
        var thread = new Thread(
                () -> {
                    try {
                        playing.run();
                    } finally {
                        places.release();
                    }
                },
                "rehearsal");
        thread.setDaemon(true);
        thread.start();
        try {
            playing.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return "";
        } catch (TimeoutException e) {
            playing.cancel(true);
            return "全部で%d秒以内に終わらなかったので、ここまでにしました。".formatted(limit.toSeconds());
        } catch (ExecutionException e) {
            return "試せませんでした。点検の結果を見てください。";
        } catch (InterruptedException e) {
            playing.cancel(true);
            Thread.currentThread().interrupt();
            return "途中でやめました。";
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
