package jp.banso.calendar;

/**
 * A due time in the words of the worklist.
 *
 * @param text relative, like 3営業日超過, 今日 or あと2営業日; empty without a due time
 * @param date absolute, like 11/16 月; empty without a due time
 * @param days working days late when overdue, else working days left
 */
public record DueText(Kind kind, String text, String date, long days) {

    /** How urgent it is; {@code soon} is up to five working days ahead. */
    public enum Kind {
        overdue,
        today,
        soon,
        later,
        none
    }
}
