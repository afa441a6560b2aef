package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.banso.oversight.internal.FinishedCounting;
import jp.banso.oversight.internal.FinishedFilter;
import jp.banso.oversight.internal.HistoryMapper;
import jp.banso.oversight.internal.HistoryMapper.DayCount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How a process goes: what lies open on each step now, what was done on it in a month and how long it took. */
@Service
public class Flows {

    private static final String DAYS = "days";
    /** Weeks whose finished steps tell how long a step takes now. */
    private static final int WEEKS_OF_NOW = 12;

    private final HistoryMapper history;
    private final FinishedCounting counting;
    private final Clock clock;

    Flows(HistoryMapper history, FinishedCounting counting, Clock clock) {
        this.history = history;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * Which process, version and time.
     *
     * @param definitionId one version, or null for all
     * @param month null for now
     */
    public record View(String process, @Nullable String definitionId, @Nullable YearMonth month) {}

    /**
     * Figures of one step.
     *
     * @param open open steps now; 0 for a past month
     * @param late of them late; for a past month those done late
     * @param done done in the month, or in the last twelve weeks
     * @param medianDays working days that half of them took at most; null when none was done
     */
    public record StepFigures(int open, int late, int done, @Nullable Double medianDays) {}

    /** From one step to the next of the same case, in calendar days on average. */
    public record Passage(String fromStep, String toStep, int cases, double days) {}

    public record Page(List<FinishedStep> steps, int total) {}

    /** Figures by step; steps without any are left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, StepFigures> figures(Sphere sphere, View view) {
        Map<String, TreeMap<Integer, Integer>> days = new HashMap<>();
        Map<String, Integer> doneLate = new HashMap<>();
        counts(sphere, view).forEach(count -> {
            days.computeIfAbsent(count.step(), s -> new TreeMap<>())
                    .merge(count.openDays(), count.done(), Integer::sum);
            doneLate.merge(count.step(), count.late(), Integer::sum);
        });
        Map<String, int[]> open = new HashMap<>();
        if (view.month() == null) {
            history.open(sphere.offices(), view.process(), today().atStartOfDay()).stream()
                    .filter(each ->
                            view.definitionId() == null || view.definitionId().equals(each.definitionId()))
                    .forEach(each -> {
                        int[] n = open.computeIfAbsent(each.step(), s -> new int[2]);
                        n[0] += each.open();
                        n[1] += each.late();
                    });
        }
        Map<String, StepFigures> figures = new HashMap<>();
        Stream.concat(days.keySet().stream(), open.keySet().stream()).distinct().forEach(step -> {
            int[] n = open.getOrDefault(step, new int[2]);
            TreeMap<Integer, Integer> took = days.getOrDefault(step, new TreeMap<>());
            figures.put(
                    step,
                    new StepFigures(
                            n[0],
                            view.month() == null ? n[1] : doneLate.getOrDefault(step, 0),
                            took.values().stream().mapToInt(Integer::intValue).sum(),
                            median(took)));
        });
        return figures;
    }

    /**
     * Which finished steps of a view.
     *
     * @param step null for all
     * @param after step that the same case had finished just before; null for any
     */
    public record Finished(@Nullable String step, @Nullable String after, boolean late) {}

    /** Open cases that stand at a place of the drawing where a message is awaited, by that place. */
    @Transactional(readOnly = true)
    public Map<String, Integer> waiting(Sphere sphere, Collection<String> places) {
        Map<String, Integer> cases = new TreeMap<>();
        if (!places.isEmpty()) {
            history.waiting(sphere.offices(), List.copyOf(places)).forEach(w -> cases.put(w.activity(), w.cases()));
        }
        return cases;
    }

    public Page finished(Sphere sphere, View view, @Nullable String step, boolean late, int offset, int limit) {
        return finished(sphere, view, new Finished(step, null, late), offset, limit);
    }

    /** The steps behind a number of {@link #figures} or {@link #slowest} of a month or of the last twelve weeks. */
    @Transactional(readOnly = true)
    public Page finished(Sphere sphere, View view, Finished which, int offset, int limit) {
        FinishedFilter filter = new FinishedFilter(
                sphere.offices(),
                view.process(),
                which.step(),
                which.after(),
                view.definitionId(),
                which.late(),
                from(view).atStartOfDay(),
                until(view).atStartOfDay());
        return new Page(history.finished(filter, offset, limit), history.countFinished(filter));
    }

    /** The ten slowest passages to a step of the process, in all its versions. */
    @Transactional(readOnly = true)
    public List<Passage> slowest(Sphere sphere, View view) {
        return history
                .passages(
                        sphere.offices(),
                        view.process(),
                        from(view).atStartOfDay(),
                        until(view).atStartOfDay())
                .stream()
                .map(p -> new Passage(p.fromStep(), p.toStep(), p.cases(), p.days()))
                .toList();
    }

    /** Days that are drawn up, and the rest counted afresh by the same counting. */
    private Stream<DayCount> counts(Sphere sphere, View view) {
        LocalDate from = from(view);
        LocalDate until = until(view);
        LocalDate drawn = history.drawnUpTo(DAYS);
        LocalDate seam = drawn == null || drawn.isBefore(from) ? from : drawn.isAfter(until) ? until : drawn;
        LocalDateTime live = seam.atStartOfDay();
        Stream<DayCount> past = history.days(sphere.offices(), from, seam).stream();
        Stream<DayCount> present =
                counting.rows(seam, history.doneOf(sphere.offices(), live, until.atStartOfDay())).stream()
                        .map(r -> new DayCount(
                                r.leadOfficeId(),
                                r.processKey(),
                                r.definitionId(),
                                r.step(),
                                r.openDays(),
                                r.done(),
                                r.late()));
        return Stream.concat(past, present)
                .filter(count -> count.processKey().equals(view.process()))
                .filter(count ->
                        view.definitionId() == null || view.definitionId().equals(count.definitionId()));
    }

    private LocalDate from(View view) {
        return view.month() == null
                ? today().minusWeeks(WEEKS_OF_NOW)
                : view.month().atDay(1);
    }

    private LocalDate until(View view) {
        return view.month() == null
                ? today().plusDays(1)
                : view.month().plusMonths(1).atDay(1);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The middle one, or the mean of the two in the middle. */
    static @Nullable Double median(TreeMap<Integer, Integer> counts) {
        int n = counts.values().stream().mapToInt(Integer::intValue).sum();
        return n == 0 ? null : (at(counts, (n - 1) / 2) + at(counts, n / 2)) / 2.0;
    }

    private static int at(TreeMap<Integer, Integer> counts, int index) {
        int seen = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            seen += each.getValue();
            if (index < seen) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("no such place");
    }
}
