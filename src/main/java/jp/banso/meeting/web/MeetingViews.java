package jp.banso.meeting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.Records;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.Attendance;
import jp.banso.meeting.ItemTaken;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the meeting page shows. */
@Component
class MeetingViews {

    private static final Map<String, String> SO_FAR = Map.of("personHope", "本人の希望", "goal1", "目標", "planSupport", "支援");
    private static final int SO_FAR_LENGTH = 60;

    private final Meetings meetings;
    private final Agendas agendas;
    private final CaseFiles cases;
    private final People people;
    private final Records records;

    MeetingViews(Meetings meetings, Agendas agendas, CaseFiles cases, People people, Records records) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.cases = cases;
        this.people = people;
        this.records = records;
    }

    /**
     * What was typed into a line and is not saved as it stands.
     *
     * @param error the date could not be read
     * @param taken somebody else saved meanwhile
     */
    record Typed(String caseNo, String until, @Nullable String error, @Nullable ItemTaken taken) {}

    List<AgendaRow> rows(Meeting meeting, @Nullable Typed typed) {
        var rows = new ArrayList<AgendaRow>();
        var undecidedSeen = false;
        for (var item : agendas.items(meeting.meetingId())) {
            var firstUndecided = !item.decided() && !undecidedSeen && !meeting.confirmed();
            undecidedSeen |= !item.decided();
            rows.add(row(item, typed, firstUndecided));
        }
        return rows;
    }

    AgendaRow row(AgendaItem stored, @Nullable Typed typed, boolean current) {
        var mine = typed != null && typed.caseNo().equals(stored.caseNo()) ? typed : null;
        var taken = mine == null ? null : mine.taken();
        var item = taken == null ? stored : taken.unsaved();
        var condition = item.conditionText() != null && !item.conditionText().isBlank();
        var open = current || taken != null || condition || (item.decided() && !"approved".equals(item.resultCode()));
        return new AgendaRow(
                item,
                cases.require(item.caseNo()),
                item.responsible() == null ? "" : people.nameOf(item.responsible()),
                mine != null ? mine.until() : item.untilOn() == null ? "" : ShortDates.text(item.untilOn()),
                mine == null ? null : mine.error(),
                taken == null ? null : conflict(taken.saved()),
                open ? soFar(item.caseNo()) : List.of(),
                open);
    }

    private String conflict(AgendaItem saved) {
        var said = Stream.of(
                        saved.resultName(),
                        saved.responsible() == null ? "" : people.nameOf(saved.responsible()),
                        saved.untilOn() == null ? "" : ShortDates.text(saved.untilOn()),
                        saved.conditionText() == null ? "" : saved.conditionText())
                .filter(text -> !text.isBlank())
                .toList();
        return "%sさんが %s に「%s」と保存しています。"
                .formatted(
                        saved.savedBy() == null ? "ほかの人" : people.nameOf(saved.savedBy()),
                        saved.savedAt() == null
                                ? ""
                                : "%d:%02d"
                                        .formatted(
                                                saved.savedAt().getHour(),
                                                saved.savedAt().getMinute()),
                        String.join("・", said));
    }

    /** Who may answer for a decision: everyone invited. Username to name. */
    Map<String, String> responsibles(Meeting meeting) {
        var names = new LinkedHashMap<String, String>();
        meetings.attendance(meeting).forEach(a -> names.put(a.username(), a.displayName()));
        return names;
    }

    Map<String, Long> present(List<Attendance> attendance) {
        var groups = new LinkedHashMap<String, Long>();
        attendance.stream().filter(Attendance::present).forEach(a -> groups.merge(a.groupName(), 1L, Long::sum));
        return groups;
    }

    /** The municipality's own people and the supporters take part as a rule (手引). */
    boolean quorum(List<Attendance> attendance) {
        return Stream.of("municipal", "supporter").allMatch(side -> attendance.stream()
                .anyMatch(a -> a.present() && a.side().equals(side)));
    }

    private List<String> soFar(String caseNo) {
        return Stream.of("personHope", "goal1", "planSupport")
                .flatMap(field -> records.latestValue(caseNo, field).stream()
                        .map(Object::toString)
                        .filter(text -> !text.isBlank())
                        .map(text -> SO_FAR.get(field) + "　"
                                + (text.length() <= SO_FAR_LENGTH ? text : text.substring(0, SO_FAR_LENGTH) + "…")))
                .toList();
    }
}
