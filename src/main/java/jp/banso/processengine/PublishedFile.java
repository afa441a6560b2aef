package jp.banso.processengine;

import java.time.LocalDateTime;

/**
 * A process, a decision or a file of settings as it was published once.
 *
 * @param key what the engine knows it by; for settings {@code roles}, {@code codes.route} …
 * @param file name of its file inside the publication
 * @param shared whether it is the one for all municipalities that have none of their own
 * @param shipped whether it came with the product
 */
public record PublishedFile(
        Kind kind,
        String key,
        String title,
        int version,
        String file,
        String definitionId,
        String deploymentId,
        LocalDateTime publishedAt,
        boolean shared,
        boolean shipped) {

    /** How people call the version: a municipality's own ones and the shared ones both count from 1. */
    public String label() {
        return (shared ? "共通の第%d版" : "第%d版").formatted(version);
    }

    /** What kind of model it is. */
    public enum Kind {
        PROCESS,
        DECISION,
        /** A file of settings: roles, a list of codes, a letter. */
        SETTINGS
    }
}
