package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * Learns from each office's own last twelve months at which age a step usually becomes late: of at least ten that were
 * still open at that age, at least half did. The youngest such age counts.
 */
@Component
class Risks {

    private static final int FEWEST = 10;
    private static final int MONTHS = 12;

    private final HistoryMapper history;
    private final WorkingCalendar calendar;

    Risks(HistoryMapper history, WorkingCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
    }

    void drawUp(LocalDate today) {
        history.deleteRisks();
        record Key(String office, String step) {}
        Map<Key, List<HistoryMapper.DayCount>> byStep = new LinkedHashMap<>();
        for (var count : history.daysOfAll(today.minusMonths(MONTHS))) {
            byStep.computeIfAbsent(new Key(count.leadOfficeId(), count.step()), k -> new java.util.ArrayList<>())
                    .add(count);
        }
        byStep.values().forEach(counts -> learn(counts, today));
    }

    /** @param counts of one step in one office, by age */
    private void learn(List<HistoryMapper.DayCount> counts, LocalDate today) {
        int reached = counts.stream().mapToInt(HistoryMapper.DayCount::done).sum();
        int late = counts.stream().mapToInt(HistoryMapper.DayCount::late).sum();
        int age = 0;
        for (var count : counts) {
            if (reached < FEWEST) {
                return;
            }
            if (late * 2 >= reached) {
                age = count.openDays();
                var before = calendar.openDaysBack(today, age, count.leadOfficeId())
                        .plusDays(1)
                        .atStartOfDay();
                history.insertRisk(
                        new HistoryMapper.RiskRow(count.leadOfficeId(), count.step(), age, reached, late, before));
                return;
            }
            reached -= count.done();
            late -= count.late();
        }
    }
}
