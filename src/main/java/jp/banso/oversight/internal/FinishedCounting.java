package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Counts finished steps by the working days they took. */
@Component
public class FinishedCounting {

    private final WorkingCalendar calendar;

    FinishedCounting(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The same counting for days drawn up and for the day that is still going on. */
    public List<HistoryMapper.DayRow> rows(LocalDate day, List<HistoryMapper.Done> finished) {
        record Key(String office, String process, String definition, String step, int days) {}
        Map<Key, int[]> counts = new LinkedHashMap<>();
        for (var done : finished) {
            var key = new Key(done.leadOfficeId(), done.processKey(), done.definitionId(), done.step(), openDays(done));
            var count = counts.computeIfAbsent(key, k -> new int[2]);
            count[0]++;
            count[1] += late(done) ? 1 : 0;
        }
        var rows = new ArrayList<HistoryMapper.DayRow>();
        counts.forEach((k, n) -> rows.add(new HistoryMapper.DayRow(
                day, k.office(), k.process(), k.definition(), k.step(), k.days(), n[0], n[1])));
        return rows;
    }

    private int openDays(HistoryMapper.Done done) {
        var from = done.createdAt().toLocalDate();
        var to = done.doneAt().toLocalDate();
        return calendar.covers(from) && calendar.covers(to) && !to.isBefore(from)
                ? (int) calendar.workingDaysBetween(from, to, done.leadOfficeId())
                : 0;
    }

    /** Late means: on a later day than it was due. */
    private static boolean late(HistoryMapper.Done done) {
        return done.dueAt() != null
                && done.dueAt().toLocalDate().isBefore(done.doneAt().toLocalDate());
    }
}
