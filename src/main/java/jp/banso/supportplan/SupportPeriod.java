package jp.banso.supportplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a case is supported, as its category says.
 *
 * @param endsOn null for a category without a period (⑤)
 * @param aftercareMonths 0 for none
 * @param reviewMonths months between reviews
 */
public record SupportPeriod(
        String caseNo,
        String category,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        int aftercareMonths,
        int reviewMonths) {

    /** A period of so many months from a day: it ends the day before that day comes round again. */
    public static SupportPeriod of(
            String caseNo,
            String category,
            LocalDate startsOn,
            @Nullable Integer months,
            int aftercareMonths,
            int reviewMonths) {
        var endsOn = months == null ? null : startsOn.plusMonths(months).minusDays(1);
        return new SupportPeriod(caseNo, category, startsOn, endsOn, aftercareMonths, reviewMonths);
    }

    public String aftercareText() {
        return aftercareMonths == 0 ? "なし" : aftercareMonths + "か月";
    }
}
