package jp.banso.oversight;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A step that was done, behind a number of a past month. */
public record FinishedStep(
        String caseNo,
        String step,
        String name,
        @Nullable String assignee,
        LocalDateTime createdAt,
        @Nullable LocalDateTime dueAt,
        LocalDateTime doneAt) {}
