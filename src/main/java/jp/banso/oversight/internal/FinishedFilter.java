package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which finished steps; null does not narrow.
 *
 * @param after step that the same case had finished just before
 */
public record FinishedFilter(
        List<String> leads,
        String process,
        @Nullable String step,
        @Nullable String after,
        @Nullable String definitionId,
        boolean late,
        LocalDateTime from,
        LocalDateTime to) {}
