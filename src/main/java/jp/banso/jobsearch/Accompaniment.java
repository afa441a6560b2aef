package jp.banso.jobsearch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Going along to an interview (F26), which needs the consent of the person and of the employer.
 *
 * @param personConsent {@code yes}, {@code no} or {@code unanswered}
 */
public record Accompaniment(
        String accompanimentId,
        String caseNo,
        String kind,
        @Nullable LocalDate plannedOn,
        @Nullable String destination,
        String personConsent,
        String employerConsent,
        @Nullable LocalDate attendedOn,
        @Nullable String observation,
        @Nullable LocalDate debriefedOn,
        String recordedBy) {

    public String personConsentName() {
        return JobCodes.consent(personConsent);
    }

    public String employerConsentName() {
        return JobCodes.consent(employerConsent);
    }
}
