package jp.banso.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the facts say about the cases of one ledger; counted in the tables, not in the file.
 *
 * @param received 受付 (cases)
 * @param interviewed 申込 (first interview held)
 * @param target 就労支援対象
 * @param evaluatedBoth measured at the beginning and at the end
 * @param visits 訪問・同行 (times)
 * @param months months from the first receipt to the last, both counted
 * @param returning cases of people who had come before
 * @param open cases that go on
 */
public record Figures(
        int received,
        int interviewed,
        int planned,
        int target,
        int hired,
        int evaluatedBoth,
        int improved,
        int visits,
        int months,
        int budget,
        int budgetPlan,
        int returning,
        int open) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** 就職率: hired of the targets, percent with four decimals (domain/kpi.md: half up). */
    public String hiredRate() {
        return rate(hired, target, 4);
    }

    /** The same as it is published, with one decimal. */
    public String hiredRateShort() {
        return rate(hired, target, 1);
    }

    /** 改善割合: improved of those measured both times, with one decimal. */
    public String improvedRateShort() {
        return rate(improved, evaluatedBoth, 1);
    }

    /** 訪問・同行 a month, with one decimal. */
    public String visitsPerMonth() {
        return months == 0
                ? "0.0"
                : BigDecimal.valueOf(visits)
                        .divide(BigDecimal.valueOf(months), 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String rate(int part, int whole, int decimals) {
        return whole == 0
                ? "－"
                : HUNDRED.multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
