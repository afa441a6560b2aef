package jp.banso.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.banso.audit.Audit;
import jp.banso.formrecord.StepCompletion;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.Flow;
import jp.banso.worklist.Comments;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the Tasklist asks about one step, and what it does with it. Every call is answered here, by the services that answer
 * our own pages; none reaches the engine's REST interface.
 */
@RestController
@RequestMapping("/camunda/api/engine/engine/default")
class TasklistApi {

    private final TasklistTasks tasks;
    private final TasklistJson json;
    private final TasklistForms forms;
    private final Worklist worklist;
    private final StepCompletion completion;
    private final Comments comments;
    private final Flow flow;
    private final People people;
    private final Audit audit;

    TasklistApi(
            TasklistTasks tasks,
            TasklistJson json,
            TasklistForms forms,
            Worklist worklist,
            StepCompletion completion,
            Comments comments,
            Flow flow,
            People people,
            Audit audit) {
        this.tasks = tasks;
        this.json = json;
        this.forms = forms;
        this.worklist = worklist;
        this.completion = completion;
        this.comments = comments;
        this.flow = flow;
        this.people = people;
        this.audit = audit;
    }

    /** What the member has to do next in the case whose step was just completed. */
    @GetMapping("/task")
    Map<String, @Nullable Object> next(@RequestParam String processInstanceId, Member member) {
        List<WorkItem> own = worklist.ofCase(processInstanceId, member).stream()
                .filter(item -> member.username().equals(item.assignee()))
                .toList();
        return json.list(own, own.size());
    }

    @GetMapping("/task/{taskId}")
    Map<String, @Nullable Object> task(@PathVariable String taskId, Member member) {
        return json.opened(tasks.find(taskId, member));
    }

    @GetMapping("/task/{taskId}/form")
    Map<String, @Nullable Object> form(@PathVariable String taskId, Member member) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("key", null);
        form.put("camundaFormRef", Map.of("key", tasks.find(taskId, member).step(), "binding", "deployment"));
        form.put("contextPath", null);
        return form;
    }

    @GetMapping("/task/{taskId}/deployed-form")
    JsonNode deployedForm(@PathVariable String taskId, Member member) throws JsonProcessingException {
        WorkItem item = tasks.find(taskId, member);
        audit.viewed(item.caseNo(), "task " + item.step());
        return forms.schema(item, member);
    }

    @GetMapping("/task/{taskId}/form-variables")
    Map<String, Object> formVariables(@PathVariable String taskId, Member member) throws JsonProcessingException {
        return forms.variables(tasks.find(taskId, member), member);
    }

    /** The same for both calls: the answer goes our own path, and nothing of it into the engine. */
    @PostMapping({"/task/{taskId}/submit-form", "/task/{taskId}/complete"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String taskId, @RequestBody JsonNode body, Member member) {
        completion.complete(taskId, TasklistAnswer.of(body), member);
    }

    @PostMapping("/task/{taskId}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String taskId, Member member) {
        worklist.claim(taskId, member);
    }

    @PostMapping("/task/{taskId}/unclaim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unclaim(@PathVariable String taskId, Member member) {
        worklist.release(taskId, member);
    }

    @PostMapping("/task/{taskId}/assignee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String taskId, @RequestBody JsonNode body, Member member) {
        String username = body.path("userId").asText("");
        if (username.isBlank() || body.path("userId").isNull()) {
            worklist.release(taskId, member);
        } else {
            worklist.assign(taskId, username, member);
        }
    }

    @GetMapping("/task/{taskId}/identity-links")
    List<Map<String, @Nullable Object>> candidates(@PathVariable String taskId, Member member) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("userId", null);
        link.put("groupId", tasks.find(taskId, member).role());
        link.put("type", "candidate");
        return List.of(link);
    }

    @GetMapping("/task/{taskId}/comment")
    List<Map<String, @Nullable Object>> comments(@PathVariable String taskId, Member member) {
        tasks.find(taskId, member);
        return comments.of(taskId).stream().map(TasklistApi::comment).toList();
    }

    @PostMapping("/task/{taskId}/comment/create")
    Map<String, @Nullable Object> write(@PathVariable String taskId, @RequestBody JsonNode body, Member member) {
        comments.write(tasks.find(taskId, member), body.path("message").asText(""), member);
        return comment(comments.of(taskId).get(0));
    }

    /** The engine's log of operations names no more than our own timeline; the Tasklist gets none of it. */
    @GetMapping("/history/user-operation")
    List<String> operations() {
        return List.of();
    }

    @GetMapping("/history/user-operation/count")
    Map<String, Integer> operationCount() {
        return Map.of("count", 0);
    }

    @GetMapping("/process-definition/{taskId}")
    Map<String, @Nullable Object> definition(@PathVariable String taskId, Member member) {
        return json.definition(tasks.find(taskId, member));
    }

    @GetMapping("/process-definition/{taskId}/xml")
    Map<String, String> drawing(@PathVariable String taskId, Member member) {
        String definition = Objects.requireNonNull(tasks.find(taskId, member).definitionId());
        return Map.of("id", taskId, "bpmn20Xml", flow.modelXml(definition));
    }

    @GetMapping("/user/{username}/profile")
    Map<String, @Nullable Object> user(@PathVariable String username, Member member) {
        return people.find(username)
                .filter(found -> found.municipalityId().equals(member.municipalityId()))
                .map(found -> json.user(found.username()))
                .orElseThrow(NotHere::new);
    }

    private static Map<String, @Nullable Object> comment(Comments.Comment comment) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("userId", comment.by());
        shown.put("time", TasklistJson.time(comment.at()));
        shown.put("message", comment.text());
        return shown;
    }
}
