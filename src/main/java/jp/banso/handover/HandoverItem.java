package jp.banso.handover;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One case, or the steps held on somebody else's case or on a meeting, with what became of it.
 *
 * @param caseNo case number, or meeting id for kind {@code other}
 * @param kind {@code lead}, {@code steps} or {@code other}
 * @param receiver null: nobody may take the case, or its steps go back to the queue of their role
 * @param chosen picked by hand, not by the rule
 * @param state {@code planned}, {@code moved}, {@code refused}, {@code returning} or {@code undone}
 * @param lastEventNo number of the newest entry of the timeline when it moved
 */
public record HandoverItem(
        String handoverId,
        String caseNo,
        int itemNo,
        String kind,
        String displayName,
        String kana,
        @Nullable String category,
        boolean open,
        @Nullable String owner,
        @Nullable String receiver,
        boolean chosen,
        String state,
        @Nullable String reason,
        @Nullable LocalDateTime movedAt,
        @Nullable Long lastEventNo) {

    public boolean leads() {
        return kind.equals("lead");
    }

    /** Whether there is a case behind it; a meeting has no brief. */
    public boolean isCase() {
        return !kind.equals("other");
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
