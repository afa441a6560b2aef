package jp.banso.oversight.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<List<String>, Counted> counted = new ConcurrentHashMap<>();

    OpenCases(BoardMapper board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    private record Counted(int cases, Instant until) {}

    public int of(List<String> offices) {
        Instant now = clock.instant();
        Counted known = counted.get(offices);
        if (known == null || known.until().isBefore(now)) {
            if (counted.size() > MOST) {
                counted.clear();
            }
            known = new Counted(board.openCases(offices), now.plusSeconds(SECONDS));
            counted.put(List.copyOf(offices), known);
        }
        return known.cases();
    }
}
