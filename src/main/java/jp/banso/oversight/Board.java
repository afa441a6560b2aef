package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.banso.oversight.internal.BoardMapper;
import jp.banso.oversight.internal.BoardQuery;
import jp.banso.oversight.internal.CubeRow;
import jp.banso.oversight.internal.OpenCases;
import jp.banso.oversight.internal.Questions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is open, late and why, in the offices a member leads. Every number is a {@link StepFilter}; number and list are
 * read by the same conditions, so that they are equal in one snapshot.
 */
@Service
public class Board {

    private final BoardMapper steps;
    private final Questions questions;
    private final OpenCases cases;
    private final Clock clock;

    Board(BoardMapper steps, Questions questions, OpenCases cases, Clock clock) {
        this.steps = steps;
        this.questions = questions;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * All numbers of one view.
     *
     * @param by for each dimension its keys with their steps; {@link StepFilter#NOBODY} for steps without a holder
     * @param reasons late steps by reason, most first
     * @param cases open cases of the offices that the filter finds; counted once a minute
     */
    public record Overview(
            LocalDateTime at,
            Tally total,
            Map<Dimension, Map<String, Tally>> by,
            Map<Reason, Integer> reasons,
            int cases) {}

    /** @param total how many steps the filter finds in all */
    public record Page(List<OverseenStep> steps, int total) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Overview overview(Sphere sphere, StepFilter filter) {
        BoardQuery query = questions.of(sphere, filter);
        Map<Dimension, Map<String, Tally>> by = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            by.put(dimension, new LinkedHashMap<>());
        }
        Tally total = Tally.EMPTY;
        for (CubeRow row : steps.cube(query)) {
            Tally tally = tally(row);
            total = total.plus(tally);
            add(by, Dimension.step, row.step(), tally);
            add(by, Dimension.person, Objects.requireNonNullElse(row.assignee(), StepFilter.NOBODY), tally);
            add(by, Dimension.role, row.role(), tally);
            add(by, Dimension.office, row.officeId(), tally);
            add(by, Dimension.process, row.processKey(), tally);
        }
        for (DueBand band : DueBand.values()) {
            int n = total.of(band);
            by.get(Dimension.age).put(band.name(), new Tally(n, Map.of(band, n), 0, null));
        }
        return new Overview(LocalDateTime.now(clock), total, by, reasons(query), cases.of(query));
    }

    /** One page of the steps behind a number, the longest late first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page page(Sphere sphere, StepFilter filter, int offset, int limit) {
        BoardQuery query = questions.of(sphere, filter);
        return new Page(steps.page(query, offset, limit), steps.count(query));
    }

    /** One step, if it is of a case that the member's offices lead. */
    @Transactional(readOnly = true)
    public Optional<OverseenStep> step(Sphere sphere, String taskId) {
        return steps.find(questions.of(sphere, StepFilter.ALL), taskId);
    }

    private Map<Reason, Integer> reasons(BoardQuery query) {
        List<BoardMapper.ReasonCount> counted = new ArrayList<>(steps.reasons(query));
        counted.sort((a, b) -> Integer.compare(b.steps(), a.steps()));
        Map<Reason, Integer> reasons = new LinkedHashMap<>();
        counted.forEach(each -> reasons.put(Reason.valueOf(each.reason()), each.steps()));
        return reasons;
    }

    private static void add(Map<Dimension, Map<String, Tally>> by, Dimension dimension, String key, Tally tally) {
        by.get(dimension).merge(key, tally, Tally::plus);
    }

    private static Tally tally(CubeRow row) {
        Map<DueBand, Integer> bands = new EnumMap<>(DueBand.class);
        bands.put(DueBand.late31, row.until31());
        bands.put(DueBand.late11, row.until11() - row.until31());
        bands.put(DueBand.late4, row.until4() - row.until11());
        bands.put(DueBand.late1, row.untilToday() - row.until4());
        bands.put(DueBand.today, row.untilAhead() - row.untilToday());
        bands.put(DueBand.soon, row.untilLater() - row.untilAhead());
        bands.put(DueBand.later, row.dated() - row.untilLater());
        bands.put(DueBand.none, row.open() - row.dated());
        return new Tally(row.open(), bands, row.waiting(), row.oldestDue());
    }
}
