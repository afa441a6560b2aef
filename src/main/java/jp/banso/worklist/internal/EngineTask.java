package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of the engine's own task table, with what the queue needs around it. */
public record EngineTask(
        String taskId,
        @Nullable String businessKey,
        @Nullable String caseNo,
        @Nullable String tenantId,
        String processKey,
        String step,
        @Nullable String name,
        @Nullable String assignee,
        int priority,
        LocalDateTime createdAt,
        @Nullable LocalDateTime dueAt,
        @Nullable LocalDateTime followUpAt,
        boolean suspended,
        @Nullable String definitionId) {}
