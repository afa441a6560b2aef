package jp.banso.processengine;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A user task somebody has to do; {@code step} is the activity id in the model. */
public record OpenTask(
        String taskId,
        String step,
        String name,
        String processKey,
        String definitionId,
        String instanceId,
        @Nullable String assignee,
        LocalDateTime createdAt,
        @Nullable LocalDateTime due,
        @Nullable LocalDateTime followUp) {}
