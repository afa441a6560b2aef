package jp.banso.studio;

import java.time.LocalDateTime;
import jp.banso.processengine.Verdicts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One process of a move.
 *
 * @param caseNo case number or meeting id; never a name
 * @param reason why it stayed, in Japanese
 */
public record CaseMoveItem(
        int itemNo,
        String instanceId,
        @Nullable String caseNo,
        Kind verdict,
        String status,
        @Nullable String reason,
        @Nullable LocalDateTime movedAt) {}
