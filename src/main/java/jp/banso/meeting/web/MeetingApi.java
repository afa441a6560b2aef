package jp.banso.meeting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.ItemDecision;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.worklist.StepTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Meetings as JSON. */
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingApi {

    private final Meetings meetings;
    private final Agendas agendas;
    private final CaseFiles cases;
    private final Audit audit;

    MeetingApi(Meetings meetings, Agendas agendas, CaseFiles cases, Audit audit) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.cases = cases;
        this.audit = audit;
    }

    /** What was decided about one case. */
    record DecisionBody(
            @Nullable String result,
            @Nullable String responsible,
            @Nullable String until,
            @Nullable String condition) {}

    @GetMapping
    Map<String, Object> list(Member member) {
        return Map.of(
                "items", meetings.of(member).stream().map(this::summary).toList(),
                "waiting", agendas.waiting(member).stream().map(this::item).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> plan(@RequestBody MeetingForm form, Member member) {
        var to = form.read(member);
        if (form.caseNo() == null) {
            return full(meetings.plan(to, member));
        }
        var about = cases.find(form.caseNo(), member).orElseThrow(NotHere::new);
        return full(meetings.plan(to, about.caseNo(), member));
    }

    @GetMapping("/{meetingId}")
    Map<String, Object> show(@PathVariable String meetingId, Member member) {
        var meeting = find(meetingId, member);
        agendas.items(meetingId).forEach(item -> audit.viewed(item.caseNo(), "支援調整会議"));
        return full(meeting);
    }

    @PostMapping("/{meetingId}/items/{caseNo}")
    Map<String, Object> decide(
            @PathVariable String meetingId,
            @PathVariable String caseNo,
            @RequestBody DecisionBody body,
            Member member) {
        var meeting = find(meetingId, member);
        var day = ShortDates.read(body.until());
        if (day.error() != null) {
            throw new StepRefused(List.of(new FieldError("until", "期限", day.error())));
        }
        return item(agendas.decide(
                meeting,
                caseNo,
                new ItemDecision(
                        blankToNull(body.result()), blankToNull(body.responsible()), day.date(), body.condition()),
                member));
    }

    @PostMapping("/{meetingId}/confirm")
    Map<String, Object> confirm(
            @PathVariable String meetingId,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            Member member) {
        meetings.confirm(find(meetingId, member), body == null ? Map.of() : body, member);
        return full(find(meetingId, member));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, Object> refused(StepRefused refused) {
        var errors = new ArrayList<Map<String, String>>();
        refused.errors().forEach(e -> errors.add(Map.of("field", e.field(), "message", e.message())));
        return Map.of("errors", errors);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, Object> taken(StepTaken taken) {
        return Map.of("errors", List.of(Map.of("field", "meeting", "message", String.valueOf(taken.getMessage()))));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Meeting find(String meetingId, Member member) {
        return meetings.find(meetingId, member).orElseThrow(NotHere::new);
    }

    private Map<String, Object> full(Meeting meeting) {
        var json = summary(meeting);
        json.put(
                "items",
                agendas.items(meeting.meetingId()).stream().map(this::item).toList());
        return json;
    }

    private Map<String, Object> summary(Meeting meeting) {
        var items = agendas.items(meeting.meetingId());
        var json = new LinkedHashMap<String, Object>();
        json.put("meetingId", meeting.meetingId());
        json.put("title", meeting.title());
        json.put("kind", meeting.kind());
        json.put("heldOn", meeting.heldOn().toString());
        json.put("startsAt", meeting.startsAt());
        json.put("place", meeting.place());
        json.put("status", meeting.status());
        json.put("count", items.size());
        json.put("undecided", items.stream().filter(i -> !i.decided()).count());
        return json;
    }

    private Map<String, Object> item(AgendaItem item) {
        var json = new LinkedHashMap<String, Object>();
        json.put("caseNo", item.caseNo());
        json.put("displayName", cases.require(item.caseNo()).displayName());
        json.put("topic", item.topic());
        json.put("point", item.pointText());
        json.put("preStart", item.preStart());
        json.put("result", item.resultCode());
        json.put("responsible", item.responsible());
        json.put("until", item.untilOn() == null ? null : item.untilOn().toString());
        json.put("condition", item.conditionText());
        return json;
    }
}
