package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which finished steps; null does not narrow. */
public record FinishedFilter(
        List<String> leads,
        String process,
        @Nullable String step,
        @Nullable String definitionId,
        boolean late,
        LocalDateTime from,
        LocalDateTime to) {}
