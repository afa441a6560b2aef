package jp.banso.supportplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One plan of a case (F07).
 *
 * @param planNo 1 for the first plan, 2 for the first re-plan
 * @param services codes of the services used, joined by commas
 * @param contractorOffice office of the contractor, if one is used
 * @param decision {@code approved} or {@code rejected}; null until the municipality has decided
 */
public record SupportPlan(
        String planId,
        String caseNo,
        int planNo,
        LocalDate draftedOn,
        String draftedBy,
        @Nullable String intention,
        @Nullable String longGoal,
        @Nullable String goalType,
        String services,
        boolean usesHellowork,
        boolean contractorUsed,
        @Nullable String contractorOffice,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable String documentNo) {

    public boolean decided() {
        return decision != null;
    }
}
