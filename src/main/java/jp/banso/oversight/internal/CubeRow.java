package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The steps of one kind in one place with one holder, counted by band. */
public record CubeRow(
        String officeId,
        String role,
        String processKey,
        String step,
        @Nullable String assignee,
        int open,
        int late31,
        int late11,
        int late4,
        int late1,
        int today,
        int soon,
        int later,
        int undated,
        int waiting,
        @Nullable LocalDateTime oldestDue) {}
