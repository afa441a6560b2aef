package jp.banso.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the meeting says about one case; parts may still be missing while the meeting runs.
 *
 * @param seen the {@link AgendaItem#stamp()} on which it rests; null overwrites whatever is there
 */
public record ItemDecision(
        @Nullable String result,
        @Nullable String responsible,
        @Nullable LocalDate until,
        @Nullable String condition,
        @Nullable String seen) {

    /** A decision that overwrites whatever is there. */
    public ItemDecision(
            @Nullable String result,
            @Nullable String responsible,
            @Nullable LocalDate until,
            @Nullable String condition) {
        this(result, responsible, until, condition, null);
    }
}
