package jp.banso.processengine;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a process stands still without a task: it waits for a message or for a day.
 *
 * @param activityId id in the model
 * @param name name in the model
 * @param until the day a timer waits for; null when it waits for a message
 */
public record OpenWait(
        String processKey, String activityId, String name, LocalDateTime since, @Nullable LocalDateTime until) {}
