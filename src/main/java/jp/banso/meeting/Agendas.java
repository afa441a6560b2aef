package jp.banso.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.banso.people.Member;

/** The agenda of meetings: which case, what about, and what was decided. */
public interface Agendas {

    /** Where a case came to stand. */
    record Placement(Optional<String> meetingId, Optional<LocalDate> heldOn, long daysToMeeting) {}

    /** Puts a case on the agenda of the office's next meeting, or on the waiting list; twice is the same as once. */
    Placement place(String caseNo, String municipalityId, String officeId);

    /** Puts a case on the agenda of this meeting; from another agenda it comes over unless something is decided there. */
    void add(Meeting meeting, String caseNo);

    /** Notes that support of a case began before its meeting. */
    void markPreStart(String caseNo, boolean preStart);

    List<AgendaItem> items(String meetingId);

    Optional<AgendaItem> item(String meetingId, String caseNo);

    /** Cases of the member's offices that wait for a meeting to be planned. */
    List<AgendaItem> waiting(Member member);

    /** Saves what is decided so far about one case. */
    AgendaItem decide(Meeting meeting, String caseNo, ItemDecision decision, Member by);

    /** What a confirmed meeting decided about a case last. */
    Optional<AgendaItem> lastDecided(String caseNo);

    /** Cases of the meeting in which support had begun before it. */
    List<String> preStarts(String meetingId);
}
