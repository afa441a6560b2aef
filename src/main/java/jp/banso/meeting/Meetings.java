package jp.banso.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;

/** Planning, holding and looking up meetings. Only members of the meeting's office see it. */
public interface Meetings {

    /** Plans a meeting, puts the waiting cases of the office on its agenda and starts its process. */
    Meeting plan(NewMeeting meeting, Member by);

    /** As {@link #plan(NewMeeting, Member)}, and puts this case on its agenda, whatever its own step is. */
    Meeting plan(NewMeeting meeting, String caseNo, Member by);

    /** The meeting if this member may see it; a foreign one is as absent as a missing one. */
    Optional<Meeting> find(String meetingId, Member member);

    /** The meetings of the member's offices, newest first. */
    List<Meeting> of(Member member);

    /** The day of the next planned meeting; with no office, of any office of the municipality. */
    Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId);

    /** Who is invited and who is there. */
    List<Attendance> attendance(Meeting meeting);

    void attend(Meeting meeting, Set<String> presentUsernames, Member by);

    /** Moves a planned meeting to another day, time or place; the deadlines of its steps move along. */
    Meeting change(Meeting meeting, NewMeeting to, Member by);

    /** Calls a planned meeting off: its cases go to the next planned meeting or wait for one, and its process ends. */
    void cancel(Meeting meeting, Member by);

    /** The planned meeting that would take over the cases of this one. */
    Optional<Meeting> next(Meeting meeting);

    /** Completes the step of holding the meeting: every case on the agenda goes on by itself. */
    void confirm(Meeting meeting, Map<String, Object> minutes, Member by);

    /** What the confirmed minutes say, by field of the minutes form; empty before. */
    Map<String, Object> minutes(Meeting meeting);
}
