package jp.banso.studio;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Files that are changed together and published together.
 *
 * @param editor who may change it now: one person at a time
 */
public record Draft(
        String draftId,
        String municipalityId,
        String title,
        DraftStatus status,
        String createdBy,
        LocalDateTime createdAt,
        String changedBy,
        LocalDateTime changedAt,
        @Nullable String editor,
        @Nullable LocalDateTime editorSince) {

    public boolean is(DraftStatus wanted) {
        return status == wanted;
    }
}
