package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.banso.oversight.internal.HistoryMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the open and the late steps of a member's offices went on, week by week. */
@Service
public class History {

    private static final int WEEKS = 12;

    private final HistoryMapper history;
    private final Clock clock;

    History(HistoryMapper history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** @param end the Sunday at whose end this was open and late */
    public record Week(LocalDate end, int open, int late) {}

    /** The last twelve complete weeks, oldest first; a week without a figure was not drawn up. */
    @Transactional(readOnly = true)
    public List<Week> weeks(Sphere sphere) {
        return history
                .weeks(sphere.offices(), LocalDate.now(clock).minusWeeks(WEEKS).minusDays(1))
                .stream()
                .map(week -> new Week(week.weekEnd(), week.open(), week.late()))
                .toList();
    }
}
