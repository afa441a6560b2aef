package jp.banso.casefile;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A consent to share, as the person signed it.
 *
 * @param recipients kinds of recipients (welfare, hellowork, contractor, …)
 * @param infoTypes kinds of information (attributes, health, income, …)
 * @param endedOn day of the withdrawal, or of the newer consent that took its place
 * @param endReason why it ended
 */
public record Consent(
        String consentId,
        String caseNo,
        LocalDate consentedOn,
        Set<String> recipients,
        Set<String> infoTypes,
        String recordedBy,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    public boolean inForce() {
        return endedOn == null;
    }
}
