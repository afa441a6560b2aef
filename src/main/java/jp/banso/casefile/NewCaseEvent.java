package jp.banso.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry for the timeline.
 *
 * @param kind {@code step}, {@code note}, {@code consent}, {@code document}, {@code interruption}, {@code message}, {@code system}
 * @param step activity id, if a step made it
 * @param title what happened, in words
 * @param summary one or two sentences
 * @param details every answered field, in the order of the form
 * @param forUser the absent colleague for whom it was done
 * @param milestone whether it stands out on the timeline
 */
public record NewCaseEvent(
        String caseNo,
        LocalDateTime at,
        String kind,
        @Nullable String step,
        String title,
        @Nullable String summary,
        List<Detail> details,
        String byUser,
        @Nullable String forUser,
        @Nullable String recordId,
        boolean milestone) {

    /** An entry about what somebody did for themself, not for an absent colleague. */
    public NewCaseEvent(
            String caseNo,
            LocalDateTime at,
            String kind,
            @Nullable String step,
            String title,
            @Nullable String summary,
            List<Detail> details,
            String byUser,
            @Nullable String recordId,
            boolean milestone) {
        this(caseNo, at, kind, step, title, summary, details, byUser, null, recordId, milestone);
    }

    /** One answered field as text; {@code dataClass} decides who may read it (domain/roles.md D-3). */
    public record Detail(String label, String text, String dataClass) {}
}
