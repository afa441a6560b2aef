package jp.banso.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in.
 *
 * @param status {@code preview}, {@code running}, {@code paused}, {@code done} or {@code discarded}
 * @param asOf the day of which the ledger tells
 * @param rows how many rows are in which state: {@code ready}, {@code refused}, {@code known}, {@code done}
 */
public record LedgerImport(
        String importId,
        String municipalityId,
        String officeId,
        String fileName,
        String encoding,
        int blankRows,
        LocalDate asOf,
        String status,
        String uploadedBy,
        LocalDateTime uploadedAt,
        @Nullable LocalDateTime startedAt,
        @Nullable LocalDateTime finishedAt,
        Map<String, Integer> rows,
        Outlook outlook) {

    /**
     * What was seen when the file came.
     *
     * @param notices columns that are missing or passed over, in words
     * @param returning rows of people who came before, in this file or earlier
     * @param open how many cases go on, by the step at which they will
     * @param over how many cases are history
     */
    public record Outlook(List<String> notices, int returning, Map<String, Integer> open, int over) {}

    public int count(String state) {
        return rows.getOrDefault(state, 0);
    }

    /** Rows with something in them. */
    public int total() {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows that this import is to bring in, or has. */
    public int wanted() {
        return count("ready") + count("done");
    }

    /** 0 to 100. */
    public int percent() {
        return wanted() == 0 ? 100 : count("done") * 100 / wanted();
    }

    public boolean is(String wanted) {
        return status.equals(wanted);
    }
}
