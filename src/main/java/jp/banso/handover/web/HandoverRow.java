package jp.banso.handover.web;

import java.time.LocalDate;
import jp.banso.handover.HandoverItem;
import org.jspecify.annotations.Nullable;

/**
 * One item as the page of a handover shows it.
 *
 * @param contact {@code made}, {@code late} (made after its day), {@code overdue}, {@code due}, {@code over} (nobody waits
 *     for it any more) or empty (no contact is asked for)
 * @param contactText in words
 */
record HandoverRow(
        HandoverItem item, String receiverName, String contact, String contactText, @Nullable LocalDate madeOn) {

    /** What is late comes first, then what is still to be done. */
    int urgency() {
        return switch (contact) {
            case "overdue" -> 0;
            case "due" -> 1;
            default -> item.is("refused") ? 2 : 3;
        };
    }

    public boolean waits() {
        return contact.equals("overdue") || contact.equals("due");
    }

    public boolean made() {
        return contact.equals("made") || contact.equals("late");
    }
}
