package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** In one queue, one step. Steps without a due date sort last. */
public record QueueRow(
        String queueKey,
        boolean assigned,
        LocalDateTime dueSort,
        int prioritySort,
        String taskId,
        @Nullable LocalDateTime followUpAt,
        LocalDateTime changedAt) {}
