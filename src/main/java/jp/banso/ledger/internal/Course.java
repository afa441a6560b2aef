package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.casefile.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Where a case of a ledger stands on the day of which the ledger tells (docs/ledger-import.md has the same as a table).
 *
 * <pre>
 * a job                       within three months of it: aftercare        later: over, reason job
 * no interview                within 30 days of receipt: consent          later: over, reason other
 * ② ③                         within the period: handover                 later: over, reason transfer
 * ④                           within the period: watching                 later: over, reason refusal
 * ⑤                           within 12 months: looking again             later: over, reason expired
 * ① with a plan, no job       within the period: looking for a job        later: evaluation; measured: over, expired
 * ① without a plan            within the period: drafting the plan        later: over, reason expired
 * interviewed, no category    within 12 months: assessment                later: over, reason expired
 * </pre>
 *
 * The period counts from the first interview; its months are those of the {@code category-period} decision.
 */
sealed interface Course {

    /** Days in which someone who was received may still be called in. */
    int DAYS_TO_INTERVIEW = 30;

    int MONTHS_WITHOUT_A_RULE = 12;
    int MONTHS_OF_AFTERCARE = 3;

    /**
     * The case goes on.
     *
     * @param call activity of the journey that begins
     * @param process the process that it calls
     * @param steps steps to be open in it; empty for its own first one
     * @param since the day from which the step's due date counts
     * @param repeats the step comes again and again, so that only the next one is due
     */
    record Running(String call, String process, List<String> steps, Stage stage, LocalDate since, boolean repeats)
            implements Course {}

    /**
     * The case is history.
     *
     * @param on the day on which it ended: the last day of the period, or the day of receipt
     * @param reason code of closure (domain/codes.md)
     */
    record Over(LocalDate on, String reason) implements Course {}

    /** @param months length of the category's period; null when the decision names none */
    static Course of(LedgerRow row, @Nullable Integer months, LocalDate asOf) {
        if (row.hiredOn() != null) {
            return hired(row.hiredOn(), asOf);
        }
        if (row.interviewedOn() == null) {
            return asOf.isAfter(row.receivedOn().plusDays(DAYS_TO_INTERVIEW))
                    ? new Over(row.receivedOn(), "other")
                    : new Running(
                            "consultationIntake",
                            "consultation-intake",
                            List.of("obtainConsent"),
                            Stage.RECEPTION,
                            row.receivedOn(),
                            false);
        }
        var end = row.interviewedOn().plusMonths(months == null ? MONTHS_WITHOUT_A_RULE : months);
        return asOf.isBefore(end) ? within(row, row.interviewedOn()) : after(row, end);
    }

    private static Course hired(LocalDate hiredOn, LocalDate asOf) {
        var end = hiredOn.plusMonths(MONTHS_OF_AFTERCARE);
        return asOf.isAfter(end)
                ? new Over(end, "job")
                : new Running("jobRetention", "job-retention", List.of(), Stage.AFTERCARE, hiredOn, false);
    }

    private static Course within(LedgerRow row, LocalDate interviewedOn) {
        return switch (category(row)) {
            case "2-1", "2-2", "3" ->
                new Running("handoverOutside", "handover-outside", List.of(), Stage.CATEGORY, interviewedOn, false);
            case "4" -> new Running("watchOver", "watch-over", List.of(), Stage.CATEGORY, interviewedOn, true);
            case "5" ->
                new Running(
                        "assessmentTriage",
                        "assessment-triage",
                        List.of("reassess"),
                        Stage.CATEGORY,
                        interviewedOn,
                        true);
            case "1-1", "1-2" ->
                row.plannedOn() == null
                        ? new Running(
                                "supportPlanning", "support-planning", List.of(), Stage.PLAN, interviewedOn, false)
                        : new Running("jobSearch", "job-search", List.of(), Stage.JOB_SEARCH, row.plannedOn(), true);
            default ->
                new Running("assessmentTriage", "assessment-triage", List.of(), Stage.ASSESSMENT, interviewedOn, false);
        };
    }

    private static Course after(LedgerRow row, LocalDate end) {
        return switch (category(row)) {
            case "2-1", "2-2", "3" -> new Over(end, "transfer");
            case "4" -> new Over(end, "refusal");
            case "1-1", "1-2" ->
                row.plannedOn() == null || row.last().any()
                        ? new Over(end, "expired")
                        : new Running("finalEvaluation", "evaluation-closure", List.of(), Stage.CLOSURE, end, false);
            default -> new Over(end, "expired");
        };
    }

    private static String category(LedgerRow row) {
        return row.category() == null ? "" : row.category();
    }
}
