package jp.banso.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the meeting says about one case; parts may still be missing while the meeting runs. */
public record ItemDecision(
        @Nullable String result, @Nullable String responsible, @Nullable LocalDate until, @Nullable String condition) {}
