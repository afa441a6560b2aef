package jp.banso.casefile;

import java.time.LocalDateTime;
import java.util.List;
import jp.banso.casefile.NewCaseEvent.Detail;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline, with only what the member who asked may read.
 *
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
        @Nullable String recordId,
        boolean milestone,
        boolean hidden) {}
