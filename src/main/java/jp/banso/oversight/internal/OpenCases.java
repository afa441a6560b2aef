package jp.banso.oversight.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.banso.oversight.StepFilter;
import org.springframework.stereotype.Component;

/**
 * How many cases some offices have open. Cases come and go by the day and nobody works from this number, but counting
 * them takes a third of the board's time: so it is counted once a minute.
 */
@Component
public class OpenCases {

    private static final int SECONDS = 60;
    private static final int MOST = 1000;

    private final BoardMapper board;
    private final Clock clock;
    private final Map<Asked, Counted> counted = new ConcurrentHashMap<>();

    OpenCases(BoardMapper board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    private record Counted(int cases, Instant until) {}

    private record Asked(List<String> leads, StepFilter filter) {}

    public int of(BoardQuery query) {
        Instant now = clock.instant();
        Asked asked = new Asked(List.copyOf(query.leads()), query.filter());
        Counted known = counted.get(asked);
        if (known == null || known.until().isBefore(now)) {
            if (counted.size() > MOST) {
                counted.clear();
            }
            known = new Counted(board.openCases(query, ofSteps(query.filter())), now.plusSeconds(SECONDS));
            counted.put(asked, known);
        }
        return known.cases();
    }

    /** Whether the filter asks more than which cases, so that their steps decide. */
    private static boolean ofSteps(StepFilter filter) {
        return !filter.and("category", null).equals(StepFilter.ALL);
    }
}
