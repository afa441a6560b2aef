package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the engine's own task table, with what the queue needs around it.
 *
 * @param candidateRoles candidate groups, separated by commas; a group's name has none
 */
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
        @Nullable String definitionId,
        @Nullable String candidateRoles) {

    /** What the task is about: case number or meeting id. */
    public @Nullable String key() {
        return caseNo != null ? caseNo : businessKey;
    }

    /** Candidate groups, in the order of their names. */
    public List<String> roles() {
        return candidateRoles == null
                ? List.of()
                : Stream.of(candidateRoles.split(",")).sorted().toList();
    }
}
