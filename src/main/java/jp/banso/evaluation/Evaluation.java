package jp.banso.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a case (F11), with the three indicators at the beginning and now.
 *
 * @param conclusion {@code close}, {@code replan}, {@code discontinue} or {@code continue} (measured while support goes on)
 * @param reviewDecision {@code approved} or {@code returned}; null until the meeting has looked at it
 */
public record Evaluation(
        String evaluationId,
        String caseNo,
        int evaluationNo,
        LocalDate evaluatedOn,
        String evaluatedBy,
        @Nullable String reason,
        String changes,
        @Nullable Integer willFirst,
        @Nullable Integer willLast,
        @Nullable Integer economyFirst,
        @Nullable Integer economyLast,
        @Nullable Integer workFirst,
        @Nullable Integer workLast,
        String conclusion,
        @Nullable LocalDate reviewedOn,
        @Nullable String reviewDecision,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason) {

    /** Any indicator higher than at the beginning; only those measured both times count. */
    public boolean improved() {
        return higher(willFirst, willLast) || higher(economyFirst, economyLast) || higher(workFirst, workLast);
    }

    public String conclusionName() {
        return switch (conclusion) {
            case "close" -> "終結";
            case "replan" -> "再プランして継続";
            case "discontinue" -> "中断";
            case "continue" -> "支援を続ける";
            default -> conclusion;
        };
    }

    private static boolean higher(@Nullable Integer first, @Nullable Integer last) {
        return first != null && last != null && last > first;
    }
}
