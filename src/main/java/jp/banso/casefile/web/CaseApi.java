package jp.banso.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.casefile.CannotStore;
import jp.banso.casefile.CaseSearch;
import jp.banso.casefile.CaseSearch.Question;
import jp.banso.casefile.Interruptions;
import jp.banso.casefile.Notes;
import jp.banso.casefile.Notes.Note;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.people.Member;
import jp.banso.worklist.TaskJson;
import jp.banso.worklist.TaskViews;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases for scripts (api.md). */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private static final int ENTRIES = 200;

    private final CaseFrame frame;
    private final CaseSearch search;
    private final Timeline timeline;
    private final Notes notes;
    private final Interruptions interruptions;
    private final Worklist worklist;
    private final TaskViews tasks;
    private final Audit audit;

    CaseApi(
            CaseFrame frame,
            CaseSearch search,
            Timeline timeline,
            Notes notes,
            Interruptions interruptions,
            Worklist worklist,
            TaskViews tasks,
            Audit audit) {
        this.frame = frame;
        this.search = search;
        this.timeline = timeline;
        this.notes = notes;
        this.interruptions = interruptions;
        this.worklist = worklist;
        this.tasks = tasks;
        this.audit = audit;
    }

    record Item(
            String caseNo,
            String displayName,
            String stage,
            String status,
            @Nullable String category,
            String office,
            @Nullable String owner) {}

    record Items(List<Item> items, @Nullable String next) {}

    /** @param details the answered fields that the member may read, in the order of the form */
    record Event(
            OffsetDateTime at,
            String kind,
            @Nullable String step,
            String title,
            String by,
            @Nullable String summary,
            List<Answered> details) {}

    record Answered(String label, String text) {}

    record Whole(
            String caseNo,
            String displayName,
            String stage,
            String status,
            @Nullable String category,
            String office,
            @Nullable String owner,
            List<TaskJson> tasks,
            List<Event> events,
            Map<String, @Nullable Object> dates) {}

    record Errors(List<Map<String, String>> errors) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Member member) {
        var found = search.find(new Question(query, status, stage, category, owner, office), cursor, limit, member);
        return new Items(found.items().stream().map(CaseApi::item).toList(), found.next());
    }

    private static Item item(SupportCase c) {
        return new Item(c.caseNo(), c.displayName(), c.stage(), c.status(), c.category(), c.officeId(), c.owner());
    }

    @GetMapping("/{caseNo}")
    Whole show(@PathVariable String caseNo, Member member) {
        var supportCase = frame.find(caseNo, member);
        audit.viewed(caseNo, "api");
        return whole(supportCase, member);
    }

    private Whole whole(SupportCase c, Member member) {
        var events = timeline.page(c, member, null, false, null, ENTRIES).events().stream()
                .map(e -> new Event(
                        TaskJson.at(e.at()),
                        e.kind(),
                        e.step(),
                        e.title(),
                        e.byUser(),
                        e.summary(),
                        e.details().stream()
                                .map(d -> new Answered(d.label(), d.text()))
                                .toList()))
                .toList();
        return new Whole(
                c.caseNo(),
                c.displayName(),
                c.stage(),
                c.status(),
                c.category(),
                c.officeId(),
                c.owner(),
                tasks.json(worklist.ofCase(c.caseNo(), member)),
                events,
                dates(c));
    }

    /** Days of the case: opened, closed, and when each stage was finished last. */
    private Map<String, @Nullable Object> dates(SupportCase c) {
        var dates = new LinkedHashMap<String, @Nullable Object>();
        dates.put("openedOn", c.openedOn());
        dates.put("closedOn", c.closedOn());
        Map<String, LocalDateTime> steps = timeline.stepDates(c.caseNo());
        for (var stage : Stage.values()) {
            steps.entrySet().stream()
                    .filter(e -> Stage.of(e.getKey()).filter(stage::equals).isPresent())
                    .map(e -> e.getValue().toLocalDate())
                    .max(LocalDate::compareTo)
                    .ifPresent(day -> dates.put(stage.name(), day));
        }
        return dates;
    }

    @PostMapping("/{caseNo}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Whole note(@PathVariable String caseNo, @RequestBody JsonNode body, Member member) {
        var supportCase = frame.find(caseNo, member);
        notes.write(
                supportCase,
                new Note(
                        Typed.moment("on", text(body, "on"), text(body, "time")), Typed.given(text(body, "method")),
                        Typed.number("minutes", text(body, "minutes")),
                                body.path("sentence").asText(""),
                        Typed.given(text(body, "text")), body.path("dataClass").asText("story")),
                member);
        return whole(supportCase, member);
    }

    @PostMapping("/{caseNo}/interruptions")
    Whole interrupt(@PathVariable String caseNo, @RequestBody JsonNode body, Member member) {
        return interrupt(caseNo, Interruptions.Kind.of(body.path("kind").asText("")), body, member);
    }

    @PostMapping("/{caseNo}/consents/withdraw")
    Whole withdraw(@PathVariable String caseNo, @RequestBody JsonNode body, Member member) {
        return interrupt(caseNo, Interruptions.Kind.consentWithdrawn, body, member);
    }

    private Whole interrupt(String caseNo, Interruptions.Kind kind, JsonNode body, Member member) {
        var supportCase = frame.find(caseNo, member);
        interruptions.record(
                supportCase,
                kind,
                Typed.requiredDate("on", text(body, "on")),
                body.path("reason").asText(""),
                member);
        return whole(frame.find(caseNo, member), member);
    }

    private static @Nullable String text(JsonNode body, String field) {
        var node = body.path(field);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    @ExceptionHandler(CannotStore.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Errors cannotStore(CannotStore wrong) {
        return new Errors(List.of(Map.of("field", wrong.field(), "message", wrong.getMessage())));
    }
}
