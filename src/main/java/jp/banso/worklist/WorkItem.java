package jp.banso.worklist;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One open step, as the queue and the API show it.
 *
 * @param step activity id of the model
 * @param caseNo business key: case number, or meeting id
 * @param officeId office in whose queue it lies
 * @param role role that does it (the first candidate)
 * @param dueOriginal the day the rule gave before it was shifted to an open day
 * @param state {@code open}, {@code waiting} (follow-up date ahead) or {@code suspended}
 * @param version counts every change; for stale detection
 */
public record WorkItem(
        String taskId,
        String municipalityId,
        String caseNo,
        String displayName,
        String kana,
        String processKey,
        String step,
        String name,
        String officeId,
        String role,
        @Nullable String owner,
        @Nullable String assignee,
        @Nullable String category,
        int priority,
        LocalDateTime createdAt,
        @Nullable LocalDateTime dueAt,
        @Nullable LocalDateTime followUpAt,
        String state,
        @Nullable String waitingFor,
        @Nullable String formKey,
        @Nullable String definitionId,
        int version) {}
