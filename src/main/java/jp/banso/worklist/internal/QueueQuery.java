package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of one view. Each part is one queue read along its index; the parts are merged.
 *
 * @param overlapping whether two parts may hold the same step
 * @param after cursor of the last row of the page before
 * @param limit rows at most; counts stop there too
 */
public record QueueQuery(
        List<Part> parts,
        boolean overlapping,
        LocalDateTime now,
        @Nullable LocalDateTime dueFrom,
        @Nullable LocalDateTime dueBefore,
        boolean waitingOnly,
        @Nullable Filter filter,
        @Nullable Cursor after,
        int limit) {

    /**
     * A queue; with {@code assigned} only steps that someone holds, or only those that nobody holds; with {@code seenIn}
     * only steps that lie in one of these queues, too.
     */
    public record Part(String queueKey, @Nullable Boolean assigned, @Nullable List<String> seenIn) {}

    /** Narrows a view; null fields do not. {@code text} is a search key. */
    public record Filter(
            @Nullable String step,
            @Nullable String process,
            @Nullable String role,
            @Nullable String office,
            @Nullable String category,
            @Nullable String text) {

        public boolean isEmpty() {
            return step == null
                    && process == null
                    && role == null
                    && office == null
                    && category == null
                    && text == null;
        }

        /** LIKE pattern with the wildcards of the typed text taken literally. */
        public @Nullable String textPattern() {
            return text == null
                    ? null
                    : "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        }
    }

    /** Where a page ended. */
    public record Cursor(LocalDateTime due, int priority, String taskId) {}
}
