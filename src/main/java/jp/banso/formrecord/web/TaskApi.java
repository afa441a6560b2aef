package jp.banso.formrecord.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.Drafts;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.FormPages;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepForms;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.worklist.Comments;
import jp.banso.worklist.TaskJson;
import jp.banso.worklist.TaskViews;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps for scripts (api.md). */
@RestController
@RequestMapping("/api/v1/tasks/{taskId}")
class TaskApi {

    private final Worklist worklist;
    private final TaskViews views;
    private final StepForms forms;
    private final FormPages pages;
    private final Drafts drafts;
    private final StepCompletion completion;
    private final Comments comments;
    private final ObjectMapper json;
    private final CaseFiles cases;
    private final Audit audit;

    TaskApi(
            Worklist worklist,
            TaskViews views,
            StepForms forms,
            FormPages pages,
            Drafts drafts,
            StepCompletion completion,
            Comments comments,
            ObjectMapper json,
            CaseFiles cases,
            Audit audit) {
        this.worklist = worklist;
        this.views = views;
        this.forms = forms;
        this.pages = pages;
        this.drafts = drafts;
        this.completion = completion;
        this.comments = comments;
        this.json = json;
        this.cases = cases;
        this.audit = audit;
    }

    /** The case's open steps after a completion; none when the member may no longer see the case. */
    record Completed(String caseNo, List<TaskJson> tasks) {}

    @GetMapping
    Map<String, Object> show(@PathVariable String taskId, Member member) throws java.io.IOException {
        WorkItem item = find(taskId, member);
        audit.viewed(item.caseNo(), "task " + item.step());
        Map<String, Object> body = new LinkedHashMap<>(json.convertValue(views.json(item), Map.class));
        body.put("form", json.readTree(forms.raw(item).json()));
        body.put("data", pages.prefill(forms.of(item), item.caseNo(), item.step(), taskId, member));
        body.put("draft", drafts.of(taskId, member).map(Drafts.Draft::values).orElse(Map.of()));
        return body;
    }

    @PostMapping("/claim")
    TaskJson claim(@PathVariable String taskId, Member member) {
        return views.json(worklist.claim(taskId, member));
    }

    @PostMapping("/unclaim")
    TaskJson unclaim(@PathVariable String taskId, Member member) {
        return views.json(worklist.release(taskId, member));
    }

    @PostMapping("/assign")
    TaskJson assign(@PathVariable String taskId, @RequestBody JsonNode body, Member member) {
        return views.json(worklist.assign(taskId, required(body, "username", "担当"), member));
    }

    @PostMapping("/draft")
    TaskJson draft(@PathVariable String taskId, @RequestBody Map<String, Object> body, Member member) {
        WorkItem item = find(taskId, member);
        drafts.save(taskId, data(body), member);
        return views.json(item);
    }

    @PostMapping("/follow-up")
    TaskJson followUp(@PathVariable String taskId, @RequestBody JsonNode body, Member member) {
        String text = body.path("date").asText("");
        LocalDate on = text.isBlank() ? null : date(text);
        WaitingKind kind = WaitingKind.of(body.path("waitingKind").asText("")).orElse(null);
        return views.json(
                worklist.followUp(taskId, on, kind, body.path("waitingFor").asText(null), member));
    }

    @PostMapping("/comment")
    TaskJson comment(@PathVariable String taskId, @RequestBody JsonNode body, Member member) {
        WorkItem item = find(taskId, member);
        comments.write(item, required(body, "text", "ひとこと"), member);
        return views.json(item);
    }

    @PostMapping("/complete")
    Completed complete(@PathVariable String taskId, @RequestBody Map<String, Object> body, Member member) {
        List<WorkItem> open = completion.complete(taskId, data(body), member);
        String caseNo =
                open.isEmpty() ? completion.businessKeyOf(taskId) : open.get(0).caseNo();
        // The step itself may have ended the member's sight of the case.
        boolean stillSeen =
                caseNo.startsWith("M-") || cases.find(caseNo, member).isPresent();
        return new Completed(caseNo, stillSeen ? views.json(open) : List.of());
    }

    private WorkItem find(String taskId, Member member) {
        return worklist.find(taskId, member).orElseThrow(NotHere::new);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> body) {
        return body.get("data") instanceof Map<?, ?> data ? (Map<String, Object>) data : body;
    }

    private static String required(JsonNode body, String field, String label) {
        String text = body.path(field).asText("").strip();
        if (text.isEmpty()) {
            throw new StepRefused(List.of(new FieldError(field, label, label + "を入れてください。")));
        }
        return text;
    }

    private static LocalDate date(String text) {
        if (JapaneseDate.parse(text) instanceof JapaneseDate.Parsed parsed) {
            return parsed.date();
        }
        String message = ((JapaneseDate.NotADate) JapaneseDate.parse(text)).message();
        throw new StepRefused(List.of(new FieldError("date", "次の連絡日", message)));
    }
}
