package jp.banso.meeting.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.banso.audit.Audit;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.Records;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.ItemDecision;
import jp.banso.meeting.ItemTaken;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.MeetingCodes;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.text.RowId;
import jp.banso.worklist.StepTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agendas as the tables hold them. */
@Service
class StoredAgendas implements Agendas {

    /** What the pre-start decision reads when no meeting is planned. */
    private static final long NO_MEETING = 99;

    private static final int POINT_LENGTH = 500;

    private final MeetingMapper meetings;
    private final AgendaMapper agenda;
    private final Records records;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    StoredAgendas(
            MeetingMapper meetings, AgendaMapper agenda, Records records, People people, Audit audit, Clock clock) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.records = records;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Placement place(String caseNo, String municipalityId, String officeId) {
        var next = meetings.planned(municipalityId, officeId, LocalDate.now(clock)).stream()
                .findFirst();
        var open = agenda.openOfCase(caseNo).stream().findFirst();
        if (open.isPresent() && open.get().meetingId() != null) {
            return meetings.find(open.get().meetingId()).map(this::placement).orElseThrow();
        }
        var meetingId = next.map(Meeting::meetingId).orElse(null);
        var number = meetingId == null ? 0 : agenda.lastAgendaNo(meetingId) + 1;
        if (open.isPresent() && meetingId != null) {
            agenda.attach(open.get().itemId(), meetingId, number);
        } else if (open.isEmpty()) {
            var topic = agenda.approvedBefore(caseNo) == 0 ? "new" : "replan";
            agenda.insert(undecided(meetingId, municipalityId, officeId, caseNo, number, topic));
        }
        return next.map(this::placement).orElseGet(() -> new Placement(Optional.empty(), Optional.empty(), NO_MEETING));
    }

    @Override
    @Transactional
    public void add(Meeting meeting, String caseNo) {
        var id = meeting.meetingId();
        if (agenda.ofMeetingAndCase(id, caseNo).isPresent()) {
            return;
        }
        var number = agenda.lastAgendaNo(id) + 1;
        agenda.openOfCase(caseNo).stream()
                .filter(item -> !item.decided())
                .findFirst()
                .ifPresentOrElse(
                        item -> agenda.move(item.itemId(), id, number),
                        () -> agenda.insert(undecided(
                                id, meeting.municipalityId(), meeting.officeId(), caseNo, number, "discussion")));
        audit.changed(caseNo, "meeting.place", id);
    }

    private AgendaItem undecided(
            @Nullable String meetingId,
            String municipalityId,
            String officeId,
            String caseNo,
            int number,
            String topic) {
        return new AgendaItem(
                RowId.next(),
                meetingId,
                municipalityId,
                officeId,
                caseNo,
                number,
                topic,
                point(caseNo),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    @Override
    @Transactional
    public void markPreStart(String caseNo, boolean preStart) {
        agenda.openOfCase(caseNo).forEach(item -> agenda.markPreStart(item.itemId(), preStart));
    }

    @Override
    public List<AgendaItem> items(String meetingId) {
        return agenda.ofMeeting(meetingId);
    }

    @Override
    public Optional<AgendaItem> item(String meetingId, String caseNo) {
        return agenda.ofMeetingAndCase(meetingId, caseNo);
    }

    @Override
    public List<AgendaItem> waiting(Member member) {
        return member.caseOfficeIds().isEmpty() || member.isPartner()
                ? List.of()
                : agenda.waiting(List.copyOf(member.caseOfficeIds()));
    }

    @Override
    @Transactional
    public AgendaItem decide(Meeting meeting, String caseNo, ItemDecision decision, Member by) {
        var now = meetings.lock(meeting.meetingId()).orElseThrow(NotHere::new);
        if (now.cancelled()) {
            throw new StepTaken("この会議は取りやめになりました。", now.confirmedBy(), now.confirmedAt());
        }
        if (now.confirmed()) {
            throw new StepTaken("この会議はもう確定しています。", now.confirmedBy(), now.confirmedAt());
        }
        var item = agenda.ofMeetingAndCase(meeting.meetingId(), caseNo).orElseThrow(NotHere::new);
        if (decision.result() != null && !MeetingCodes.results().containsKey(decision.result())) {
            throw new StepRefused(List.of(new FieldError("result", "結果", "結果は、了承・条件つき・差戻し・保留のどれかです。")));
        }
        if (decision.responsible() != null && !known(meeting, decision.responsible())) {
            throw new StepRefused(List.of(new FieldError("responsible", "責任者", "責任者を一覧から選んでください。")));
        }
        if (decision.seen() != null
                && !decision.seen().equals(item.stamp())
                && !by.username().equals(item.savedBy())) {
            throw new ItemTaken(item, decided(item, decision, item.savedBy(), item.savedAt()));
        }
        var at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        var saved = decided(item, decision, by.username(), at);
        agenda.save(saved);
        audit.changed(caseNo, "meeting.decide", meeting.meetingId() + " " + saved.resultName());
        return saved;
    }

    private static AgendaItem decided(
            AgendaItem item, ItemDecision decision, @Nullable String by, @Nullable LocalDateTime at) {
        return new AgendaItem(
                item.itemId(),
                item.meetingId(),
                item.municipalityId(),
                item.officeId(),
                item.caseNo(),
                item.agendaNo(),
                item.topic(),
                item.pointText(),
                item.preStart(),
                decision.result(),
                decision.responsible(),
                decision.until(),
                decision.condition(),
                by,
                at,
                false);
    }

    @Override
    public Optional<AgendaItem> lastDecided(String caseNo) {
        return agenda.decidedOfCase(caseNo).stream().findFirst();
    }

    @Override
    public List<String> preStarts(String meetingId) {
        return agenda.ofMeeting(meetingId).stream()
                .filter(AgendaItem::preStart)
                .map(AgendaItem::caseNo)
                .toList();
    }

    private boolean known(Meeting meeting, String username) {
        return people.find(username)
                .filter(m -> m.municipalityId().equals(meeting.municipalityId()))
                .isPresent();
    }

    private Placement placement(Meeting meeting) {
        var days = ChronoUnit.DAYS.between(LocalDate.now(clock), meeting.heldOn());
        return new Placement(Optional.of(meeting.meetingId()), Optional.of(meeting.heldOn()), Math.max(0, days));
    }

    /** The plan in a sentence, from what the planning forms already say. */
    private String point(String caseNo) {
        var text = Stream.of("goal1", "planPolicy", "goalText")
                .flatMap(field -> records.latestValue(caseNo, field).stream())
                .map(Object::toString)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        return text.length() <= POINT_LENGTH ? text : text.substring(0, POINT_LENGTH - 1) + "…";
    }
}
