package jp.banso.notice.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member's mail of a day says: counts, no names.
 *
 * @param today steps due today
 * @param overdue steps past their due date
 * @param unread notices not read
 * @param offices the weekly figures of the offices the member leads; empty on other days
 */
record Digest(boolean daily, int today, int overdue, int unread, List<OfficeWeek> offices) {

    /** @param before the week before, if there was one */
    record OfficeWeek(String officeName, WeeklyCount now, @Nullable WeeklyCount before) {}

    boolean isEmpty() {
        return offices.isEmpty() && (!daily || today + overdue + unread == 0);
    }
}
