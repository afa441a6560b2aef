package jp.banso.oversight;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step that was done, behind a number of a past month.
 *
 * @param doneBy who did it; as far as it is known, of steps of before there were records who held it
 * @param doneFor for whom a deputy did it
 */
public record FinishedStep(
        String caseNo,
        String step,
        String name,
        @Nullable String doneBy,
        @Nullable String doneFor,
        LocalDateTime createdAt,
        @Nullable LocalDateTime dueAt,
        LocalDateTime doneAt) {}
