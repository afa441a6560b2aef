package jp.banso.processengine;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows when the next support coordination meeting is; provided by the room that plans meetings. */
public interface PlannedMeetings {

    /** The day of the next planned meeting that is still to be held, today included. */
    Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId);
}
