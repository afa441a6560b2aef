package jp.banso.casefile;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.banso.casefile.NewCaseEvent.Detail;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline, with only what the member who asked may read.
 *
 * @param forUser the absent colleague for whom it was done
 * @param hidden whether something was left out for this member
 */
public record CaseEvent(
        long eventNo,
        String caseNo,
        LocalDateTime at,
        String kind,
        @Nullable String step,
        String title,
        @Nullable String summary,
        List<Detail> details,
        @Nullable String method,
        @Nullable Integer minutes,
        String byUser,
        @Nullable String forUser,
        @Nullable String recordId,
        boolean milestone,
        boolean hidden) {

    /** Who did it, in words: 佐伯 由香, or 佐伯 由香（大庭 健の代理）. */
    public String by(UnaryOperator<String> nameOf) {
        String name = nameOf.apply(byUser);
        return forUser == null ? name : name + "（" + nameOf.apply(forUser) + "の代理）";
    }
}
