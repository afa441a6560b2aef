package jp.banso.escalation.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
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
 * Finds the steps that reach a level, office by office: in the morning all of them, later in the day those that came or
 * changed. An office's row is locked meanwhile, so that two nodes never look at the same time.
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
        List<OpenStep> steps = mapper.reaching(officeId, limits, changedSince(lookedAt, now));
        if (!steps.isEmpty()) {
            keeper.reached(steps, step -> level(step.dueSort(), limits), now);
        }
        mapper.mark(officeId, now);
    }

    /** Null for all: in the first round of a day, when a level may be reached by nothing but the new day. */
    private static @Nullable LocalDateTime changedSince(@Nullable LocalDateTime lookedAt, LocalDateTime now) {
        return lookedAt == null
                        || lookedAt.isAfter(now)
                        || lookedAt.toLocalDate().isBefore(now.toLocalDate())
                ? null
                : lookedAt.minusMinutes(LATE_COMMIT_MINUTES);
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
