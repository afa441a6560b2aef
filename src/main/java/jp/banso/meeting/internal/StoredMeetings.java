package jp.banso.meeting.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.banso.audit.Audit;
import jp.banso.formrecord.Answer;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.Records;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.Attendance;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.meeting.NewMeeting;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.Flow;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as the tables hold them. */
@Service
class StoredMeetings implements Meetings {

    private static final String PREPARE = "prepareAgenda";
    private static final String HOLD = "holdMeeting";

    private final MeetingMapper meetings;
    private final AgendaMapper agenda;
    private final StoredAgendas agendas;
    private final Invitations invitations;
    private final Flow flow;
    private final DueDates dueDates;
    private final Worklist worklist;
    private final StepCompletion completion;
    private final Records records;
    private final Audit audit;
    private final Clock clock;

    StoredMeetings(
            MeetingMapper meetings,
            AgendaMapper agenda,
            StoredAgendas agendas,
            Invitations invitations,
            Flow flow,
            DueDates dueDates,
            Worklist worklist,
            StepCompletion completion,
            Records records,
            Audit audit,
            Clock clock) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.agendas = agendas;
        this.invitations = invitations;
        this.flow = flow;
        this.dueDates = dueDates;
        this.worklist = worklist;
        this.completion = completion;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Meeting plan(NewMeeting planned, Member by) {
        var yearStart = fiscalYearStart(planned.heldOn());
        var number = meetings.lastNumber(
                        planned.officeId(), yearStart, yearStart.plusYears(1).minusDays(1))
                + 1;
        var id = "M-" + planned.heldOn().toString().replace("-", "") + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        var meeting = new Meeting(
                id,
                planned.municipalityId(),
                planned.officeId(),
                number,
                planned.kind(),
                planned.heldOn(),
                planned.startsAt(),
                planned.place(),
                null,
                null,
                "planned",
                null,
                null);
        meetings.insert(meeting);
        var agendaNo = 0;
        for (var item : agenda.waiting(List.of(planned.officeId()))) {
            agenda.attach(item.itemId(), id, ++agendaNo);
        }
        flow.start(
                "coordination-meeting",
                id,
                planned.municipalityId(),
                Map.of(
                        "municipalityId", planned.municipalityId(),
                        "officeId", planned.officeId(),
                        "meetingDate", planned.heldOn().toString()));
        audit.changed(null, "meeting.plan", id);
        return meeting;
    }

    @Override
    @Transactional
    public Meeting plan(NewMeeting planned, String caseNo, Member by) {
        var meeting = plan(planned, by);
        agendas.add(meeting, caseNo);
        return meeting;
    }

    @Override
    @Transactional
    public Meeting change(Meeting meeting, NewMeeting to, Member by) {
        var before = requireOpen(meeting);
        meetings.change(before.meetingId(), to.kind(), to.heldOn(), to.startsAt(), to.place());
        flow.setFacts(
                before.meetingId(),
                before.municipalityId(),
                Map.of("meetingDate", to.heldOn().toString()));
        worklist.ofCase(before.meetingId()).forEach(item -> {
            switch (item.step()) {
                case PREPARE ->
                    flow.setDue(
                            item.taskId(), notOver(dueDates.dueBefore("3営", to.heldOn(), before.officeId()), before));
                case HOLD -> flow.setDue(item.taskId(), dueDates.due("当日", to.heldOn(), before.officeId()));
                default -> {} // counts from another day
            }
        });
        worklist.refresh(before.meetingId());
        audit.changed(null, "meeting.change", before.meetingId() + " " + before.heldOn() + " " + to.heldOn());
        return meetings.find(before.meetingId()).orElseThrow(NotHere::new);
    }

    /** A step is never due before the day on which that is decided. */
    private LocalDateTime notOver(LocalDateTime due, Meeting meeting) {
        var today = LocalDate.now(clock);
        return due.toLocalDate().isBefore(today) ? dueDates.due("当日", today, meeting.officeId()) : due;
    }

    @Override
    @Transactional
    public void cancel(Meeting meeting, Member by) {
        var open = requireOpen(meeting);
        meetings.cancel(open.meetingId(), by.username(), LocalDateTime.now(clock));
        var to = next(open).map(Meeting::meetingId).orElse(null);
        for (var item : agenda.ofMeeting(open.meetingId())) {
            agenda.move(item.itemId(), to, to == null ? 0 : agenda.lastAgendaNo(to) + 1);
        }
        flow.cancel(open.meetingId(), open.municipalityId(), "取りやめ");
        worklist.refresh(open.meetingId());
        audit.changed(null, "meeting.cancel", open.meetingId());
    }

    @Override
    public Optional<Meeting> next(Meeting meeting) {
        return meetings.planned(meeting.municipalityId(), meeting.officeId(), LocalDate.now(clock)).stream()
                .filter(m -> !m.meetingId().equals(meeting.meetingId()))
                .findFirst();
    }

    @Override
    public Optional<Meeting> find(String meetingId, Member member) {
        return meetings.find(meetingId)
                .filter(m -> m.municipalityId().equals(member.municipalityId()))
                .filter(m -> !member.isPartner() && member.caseOfficeIds().contains(m.officeId()));
    }

    @Override
    public List<Meeting> of(Member member) {
        return member.isPartner() || member.caseOfficeIds().isEmpty()
                ? List.of()
                : meetings.ofOffices(member.municipalityId(), List.copyOf(member.caseOfficeIds()));
    }

    @Override
    public Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId) {
        return meetings.planned(municipalityId, officeId, LocalDate.now(clock)).stream()
                .findFirst()
                .map(Meeting::heldOn);
    }

    @Override
    public List<Attendance> attendance(Meeting meeting) {
        var stored = meetings.attendance(meeting.meetingId());
        return stored.isEmpty() ? invitations.of(meeting) : stored;
    }

    @Override
    @Transactional
    public void attend(Meeting meeting, Set<String> presentUsernames, Member by) {
        requireOpen(meeting);
        var invited = invitations.of(meeting);
        meetings.clearAttendance(meeting.meetingId());
        invited.forEach(a -> meetings.insertAttendance(new Attendance(
                a.meetingId(),
                a.username(),
                a.displayName(),
                a.groupName(),
                a.side(),
                presentUsernames.contains(a.username()))));
        audit.changed(null, "meeting.attend", meeting.meetingId());
    }

    @Override
    @Transactional
    public void confirm(Meeting meeting, Map<String, Object> minutes, Member by) {
        requireOpen(meeting);
        var open = worklist.ofCase(meeting.meetingId());
        var hold = open.stream().filter(item -> item.step().equals(HOLD)).findFirst();
        if (hold.isEmpty()) {
            var before = open.stream().map(WorkItem::name).findFirst();
            throw new StepRefused(List.of(new FieldError(
                    "meeting",
                    "会議",
                    before.map(name -> "先に「" + name + "」を済ませてください。").orElse("この会議は、いま確定できる手順にありません。"))));
        }
        var answer = MinutesAnswer.of(
                meeting, meetings.attendance(meeting.meetingId()), agenda.ofMeeting(meeting.meetingId()), minutes, by);
        completion.complete(hold.get().taskId(), answer, by);
    }

    @Override
    public Map<String, Object> minutes(Meeting meeting) {
        return records.latest(meeting.meetingId(), HOLD).map(Answer::values).orElse(Map.of());
    }

    private Meeting requireOpen(Meeting meeting) {
        var now = meetings.lock(meeting.meetingId()).orElseThrow(NotHere::new);
        if (now.confirmed()) {
            throw new StepTaken("この会議はもう確定しています。", now.confirmedBy(), now.confirmedAt());
        }
        if (now.cancelled()) {
            throw new StepTaken("この会議は取りやめになりました。", now.confirmedBy(), now.confirmedAt());
        }
        return now;
    }

    private static LocalDate fiscalYearStart(LocalDate day) {
        return LocalDate.of(day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1, 4, 1);
    }
}
