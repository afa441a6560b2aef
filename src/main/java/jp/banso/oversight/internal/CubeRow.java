package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one kind in one place with one holder.
 *
 * @param dated how many have a due date
 * @param until31 how many are due before {@link Marks#late31}; the following ones likewise, each with those before it
 */
public record CubeRow(
        String officeId,
        String role,
        String processKey,
        String step,
        @Nullable String assignee,
        int open,
        int dated,
        int until31,
        int until11,
        int until4,
        int untilToday,
        int untilAhead,
        int untilLater,
        int waiting,
        @Nullable LocalDateTime oldestDue) {}
