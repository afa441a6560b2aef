package jp.banso.settings;

import java.time.LocalDateTime;

/**
 * A file of settings as it was published once.
 *
 * @param municipalityId whose it is; empty for all that have none of their own
 * @param versionNo counts from 1, for each municipality on its own
 * @param shipped whether it came with the product
 */
public record SettingsVersion(
        String versionId,
        String municipalityId,
        String name,
        int versionNo,
        String title,
        String content,
        boolean shipped,
        LocalDateTime publishedAt) {

    public boolean shared() {
        return municipalityId.isEmpty();
    }
}
