package jp.banso.escalation.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of escalation.
 *
 * @param told role that was told, or empty when it was reached in silence
 * @param raisedBy who raised it by hand
 */
public record ReachedRow(
        String taskId,
        LocalDateTime dueAt,
        int level,
        LocalDateTime reachedAt,
        String told,
        @Nullable String raisedBy) {}
