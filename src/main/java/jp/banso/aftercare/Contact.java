package jp.banso.aftercare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One planned contact of aftercare.
 *
 * @param plannedOriginal the day the rule names
 * @param plannedOn the day that counts, on an open day
 * @param cancelled the job ended before, or the day passed before the product was there
 */
public record Contact(
        String contactId,
        String caseNo,
        String employmentId,
        String step,
        LocalDate plannedOriginal,
        LocalDate plannedOn,
        @Nullable LocalDate doneOn,
        @Nullable String stillWorking,
        @Nullable String contactMethod,
        boolean cancelled) {

    public boolean shifted() {
        return !plannedOriginal.equals(plannedOn);
    }

    public String name() {
        return switch (step) {
            case "aftercare1w" -> "1週間の定着連絡";
            case "aftercare1m" -> "1か月の定着連絡";
            case "aftercare2m" -> "2か月の定着連絡";
            case "aftercare3m" -> "3か月の定着連絡";
            case "employerContact" -> "企業の訪問・聴取";
            case "retentionJudge" -> "3か月の定着判定";
            default -> "定着連絡";
        };
    }

    /** {@code done}, {@code cancelled}, {@code overdue}, {@code today} or {@code later}. */
    public String state(LocalDate today) {
        if (doneOn != null) {
            return "done";
        }
        if (cancelled) {
            return "cancelled";
        }
        return plannedOn.isBefore(today) ? "overdue" : plannedOn.equals(today) ? "today" : "later";
    }
}
