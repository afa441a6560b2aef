package jp.banso.studio;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was proposed for publication, and what became of it.
 *
 * @param publishOn the day from which it is in force; null for at once
 * @param contentHash SHA-256 of what was proposed: nothing else is ever published
 */
public record Publication(
        String publicationId,
        String draftId,
        String municipalityId,
        String title,
        String reason,
        String legalBasis,
        @Nullable LocalDate publishOn,
        String contentHash,
        String difference,
        Status status,
        String proposedBy,
        LocalDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable LocalDateTime decidedAt,
        @Nullable String decisionNote,
        @Nullable LocalDateTime publishedAt,
        @Nullable String undoneBy,
        @Nullable LocalDateTime undoneAt,
        @Nullable String undoReason) {

    /** How far it has come. */
    public enum Status {
        PROPOSED("承認を待っています"),
        RETURNED("差し戻されました"),
        SCHEDULED("公開の日を待っています"),
        CALLED_OFF("取りやめました"),
        PUBLISHED("公開しました"),
        UNDONE("元に戻しました");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean is(Status wanted) {
        return status == wanted;
    }

    /**
     * A model of it.
     *
     * @param formerDefinitionId what it replaced; null for a new one
     * @param originDefinitionId the shared version from which it descends; null when there was none
     */
    public record PublishedModel(
            String publicationId,
            String kind,
            String modelKey,
            String title,
            String definitionId,
            int version,
            @Nullable String formerDefinitionId,
            @Nullable String originDefinitionId) {

        public boolean isProcess() {
            return kind.equals("PROCESS");
        }
    }
}
