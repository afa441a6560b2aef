package jp.banso.studio;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A move of running processes to another version.
 *
 * @param counts items by status
 */
public record CaseMove(
        String moveId,
        String municipalityId,
        String processKey,
        String processName,
        String sourceDefinition,
        String targetDefinition,
        int sourceVersion,
        int targetVersion,
        Map<String, String> mapping,
        int waveSize,
        String status,
        String createdBy,
        LocalDateTime createdAt,
        @Nullable LocalDateTime finishedAt,
        Map<String, Integer> counts) {

    public boolean is(String other) {
        return status.equals(other);
    }

    public int count(String itemStatus) {
        return counts.getOrDefault(itemStatus, 0);
    }

    /** What was to move, whatever became of it. */
    public int wanted() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - count("left");
    }

    /** What is over: moved, refused or taken back. */
    public int over() {
        return count("moved") + count("refused") + count("moved-back");
    }

    public int percent() {
        return wanted() == 0 ? 100 : 100 * over() / wanted();
    }

    /** Whether a wave was interrupted. */
    public boolean hasQueued() {
        return count("queued") > 0;
    }
}
