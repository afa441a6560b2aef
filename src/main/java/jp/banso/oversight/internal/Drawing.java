package jp.banso.oversight.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.banso.calendar.Rounds;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws up the figures of days and weeks that have passed. A day is drawn an hour after its end, so that nothing that
 * was being recorded at midnight is left out.
 */
@Component
class Drawing implements Rounds {

    static final String DAYS = "days";
    private static final String WEEKS = "weeks";
    private static final int GRACE_HOURS = 1;
    private static final int WEEKS_BACK = 12;
    /** Days drawn in one round: an old history is drawn up bit by bit. */
    private static final int DAYS_AT_ONCE = 400;

    private static final int ROWS_AT_ONCE = 200;

    private final HistoryMapper history;
    private final FinishedCounting counting;
    private final Risks risks;
    private final People people;

    Drawing(HistoryMapper history, FinishedCounting counting, Risks risks, People people) {
        this.history = history;
        this.counting = counting;
        this.risks = risks;
        this.people = people;
    }

    @Override
    @Transactional
    public void make(LocalDateTime now) {
        // finished steps lie by office and day: all offices are named, so that only the day asked for is read
        var offices = people.everyOffice().stream().map(Office::officeId).toList();
        if (offices.isEmpty() || nothingDoneYet()) {
            return;
        }
        var complete = now.minusHours(GRACE_HOURS).toLocalDate();
        if (up(DAYS, () -> firstDay(complete), complete, 1, day -> drawDay(day, offices))) {
            risks.drawUp(complete);
        }
        var week = complete.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        up(WEEKS, () -> week.minusWeeks(WEEKS_BACK), week, 7, start -> {
            var end = start.plusDays(6);
            history.insertBacklog(end, end.plusDays(1).atStartOfDay(), offices);
        });
    }

    /** An office may bring its past along after the start: until the first finished step nothing is drawn up as empty. */
    private boolean nothingDoneYet() {
        return history.drawnUpTo(DAYS) == null && history.firstDone() == null;
    }

    /** Draws all that is missing from where it ended until a day; false when nothing was. */
    private boolean up(String figures, Supplier<LocalDate> first, LocalDate until, int days, Consumer<LocalDate> draw) {
        var from = history.drawnUpTo(figures);
        if (from == null) {
            from = first.get();
            history.begin(figures, from);
        }
        var to = from;
        for (var i = 0; i < DAYS_AT_ONCE && !to.plusDays(days).isAfter(until); i++) {
            to = to.plusDays(days);
        }
        if (to.equals(from) || history.advance(figures, from, to) == 0) {
            return false;
        }
        for (var day = from; day.isBefore(to); day = day.plusDays(days)) {
            draw.accept(day);
        }
        return true;
    }

    private LocalDate firstDay(LocalDate today) {
        var first = history.firstDone();
        return first == null || first.toLocalDate().isAfter(today) ? today : first.toLocalDate();
    }

    private void drawDay(LocalDate day, List<String> offices) {
        var rows = counting.rows(
                day, history.doneOf(offices, day.atStartOfDay(), day.plusDays(1).atStartOfDay()));
        for (var i = 0; i < rows.size(); i += ROWS_AT_ONCE) {
            history.insertDays(rows.subList(i, Math.min(rows.size(), i + ROWS_AT_ONCE)));
        }
    }
}
