package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which standing cases.
 *
 * @param quietSince by category since when a case without any entry is silent; {@code others} for all other categories
 */
public record StuckQuery(
        List<String> leads,
        @Nullable String reason,
        @Nullable String caseNo,
        LocalDate today,
        Map<String, LocalDateTime> quietSince,
        LocalDateTime others) {}
