package jp.banso.escalation.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.banso.calendar.Rounds;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.escalation.Level;
import jp.banso.escalation.internal.EscalationMapper.Limits;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the steps that reach a level, office by office: what has changed since the last look, and what the days
 * since then have brought to a limit. An office's row is locked meanwhile, so that two nodes never look at the same time.
 */
@Component
class EscalationRound implements Rounds {

    /** A transaction that changed a step may commit this much later than the time it wrote. */
    private static final int LATE_COMMIT_MINUTES = 15;

    private static final int TABLE_MARGIN_DAYS = 60;

    private final EscalationMapper mapper;
    private final LevelKeeper keeper;
    private final WorkingCalendar calendar;
    private final People people;
    private final TransactionTemplate transaction;

    EscalationRound(
            EscalationMapper mapper,
            LevelKeeper keeper,
            WorkingCalendar calendar,
            People people,
            TransactionTemplate transaction) {
        this.mapper = mapper;
        this.keeper = keeper;
        this.calendar = calendar;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public void make(LocalDateTime now) {
        boolean known = calendar.covers(now.toLocalDate().minusDays(TABLE_MARGIN_DAYS))
                && calendar.covers(now.toLocalDate().plusDays(TABLE_MARGIN_DAYS));
        if (!known || now.toLocalTime().isBefore(LocalTime.of(MORNING, 0))) {
            return;
        }
        Set<String> marked = new HashSet<>(mapper.marked());
        for (Office office : people.everyOffice()) {
            if (!marked.contains(office.officeId())) {
                markFirst(office.officeId());
            }
            transaction.executeWithoutResult(status -> look(office.officeId(), now));
        }
    }

    private void markFirst(String officeId) {
        try {
            mapper.insertMark(officeId);
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // the row is there, which is all that matters
        }
    }

    private void look(String officeId, LocalDateTime now) {
        LocalDateTime lookedAt =
                Objects.requireNonNull(mapper.lockMark(officeId)).lookedAt();
        Limits limits = limits(officeId, now.toLocalDate());
        Collection<OpenStep> steps = steps(officeId, limits, lookedAt, now);
        if (!steps.isEmpty()) {
            keeper.reached(steps, step -> level(step.dueSort(), limits), now);
        }
        mapper.mark(officeId, now);
    }

    /**
     * What has changed since the last look and, when days have passed, what lies between the limits of then and of now. All
     * of them in the first round of a week, so that nothing stays behind that was missed.
     */
    private Collection<OpenStep> steps(
            String officeId, Limits limits, @Nullable LocalDateTime lookedAt, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        if (lookedAt == null
                || lookedAt.isAfter(now)
                || !monday(lookedAt.toLocalDate()).equals(monday(today))) {
            return mapper.reaching(officeId, limits, null, null);
        }
        Map<String, OpenStep> found = new LinkedHashMap<>();
        mapper.reaching(officeId, limits, lookedAt.minusMinutes(LATE_COMMIT_MINUTES), null)
                .forEach(step -> found.put(step.taskId(), step));
        if (!lookedAt.toLocalDate().equals(today)) {
            mapper.reaching(officeId, limits, null, limits(officeId, lookedAt.toLocalDate()))
                    .forEach(step -> found.put(step.taskId(), step));
        }
        return found.values();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** A level is reached by the due dates before its limit; closed days count for the open day before them. */
    private Limits limits(String officeId, LocalDate today) {
        LocalDate nextOpen = calendar.plusWorkingDays(today, 1, officeId);
        return new Limits(
                calendar.plusWorkingDays(today, Level.WORKING_DAYS_BEFORE, officeId)
                        .plusDays(1)
                        .atStartOfDay(),
                today.plusDays(1).atStartOfDay(),
                calendar.plusWorkingDays(nextOpen, -Level.WORKING_DAYS_LATE, officeId)
                        .atStartOfDay(),
                calendar.plusWorkingDays(nextOpen, -Level.WORKING_DAYS_VERY_LATE, officeId)
                        .atStartOfDay());
    }

    private static Level level(LocalDateTime due, Limits limits) {
        if (due.isBefore(limits.veryLate())) {
            return Level.VERY_LATE;
        }
        if (due.isBefore(limits.late())) {
            return Level.LATE;
        }
        return due.isBefore(limits.due()) ? Level.DUE : Level.BEFORE;
    }
}
