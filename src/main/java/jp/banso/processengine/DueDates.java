package jp.banso.processengine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calendar as the functions of a model see it. */
public interface DueDates {

    /** Whether the text is a due rule such as {@code +5営}, {@code P3M} or {@code 当日}. */
    boolean isRule(String rule);

    /** When something is due by the rule, counted from the day, or from today if none is given. */
    LocalDateTime due(String rule, @Nullable LocalDate from, @Nullable String officeId);

    /** When something is due that lies the rule's distance before the day. */
    LocalDateTime dueBefore(String rule, LocalDate day, @Nullable String officeId);

    /** The day of the next planned support coordination meeting. */
    Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId);
}
