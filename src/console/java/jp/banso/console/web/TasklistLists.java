package jp.banso.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.console.web.TasklistTasks.Shelf;
import jp.banso.people.Member;
import jp.banso.worklist.CannotTake;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of the Tasklist. They are fixed: nobody stores a query, and none of the caller's conditions is looked at. */
@RestController
@RequestMapping("/camunda/api/engine/engine/default/filter")
class TasklistLists {

    /** What the Tasklist always sends along; anything else would narrow the list by conditions of the engine. */
    private static final List<String> HARMLESS = List.of("sorting", "active", "firstResult", "maxResults");

    private final TasklistTasks tasks;
    private final TasklistJson json;

    TasklistLists(TasklistTasks tasks, TasklistJson json) {
        this.tasks = tasks;
        this.json = json;
    }

    record Count(int count) {}

    record Links(List<String> links) {}

    @GetMapping
    List<Map<String, @Nullable Object>> all(@RequestParam(defaultValue = "false") boolean itemCount, Member member) {
        return Arrays.stream(Shelf.values())
                .map(shelf -> filter(shelf, itemCount ? member : null))
                .toList();
    }

    @GetMapping("/count")
    Count howMany() {
        return new Count(Shelf.values().length);
    }

    /** Nothing may be done with lists: the Tasklist then hides its buttons for it. */
    @RequestMapping(
            path = {"", "/{id}"},
            method = RequestMethod.OPTIONS)
    Links rights() {
        return new Links(List.of());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> one(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean itemCount, Member member) {
        return filter(Shelf.of(id), itemCount ? member : null);
    }

    @GetMapping("/{id}/count")
    Count count(@PathVariable String id, Member member) {
        return new Count(tasks.count(Shelf.of(id), member));
    }

    @PostMapping("/{id}/count")
    Count count(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode query, Member member) {
        refuseConditions(query);
        return count(id, member);
    }

    @GetMapping("/{id}/list")
    Map<String, @Nullable Object> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int firstResult,
            @RequestParam(defaultValue = "15") int maxResults,
            Member member) {
        Shelf shelf = Shelf.of(id);
        return json.list(tasks.list(shelf, member, firstResult, maxResults), tasks.count(shelf, member));
    }

    @PostMapping("/{id}/list")
    Map<String, @Nullable Object> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int firstResult,
            @RequestParam(defaultValue = "15") int maxResults,
            @RequestBody(required = false) @Nullable JsonNode query,
            Member member) {
        refuseConditions(query);
        return list(id, firstResult, maxResults, member);
    }

    private Map<String, @Nullable Object> filter(Shelf shelf, @Nullable Member counted) {
        Map<String, @Nullable Object> filter = new LinkedHashMap<>();
        filter.put("id", shelf.id);
        filter.put("resourceType", "Task");
        filter.put("name", shelf.label);
        filter.put("owner", null);
        filter.put("query", Map.of());
        filter.put("properties", Map.of("priority", shelf.ordinal(), "refresh", true, "color", "#1f5fa8"));
        if (counted != null) {
            filter.put("itemCount", tasks.count(shelf, counted));
        }
        return filter;
    }

    private static void refuseConditions(@Nullable JsonNode query) {
        if (query == null) {
            return;
        }
        List<String> conditions = new ArrayList<>();
        query.fieldNames().forEachRemaining(name -> Optional.of(name)
                .filter(n -> !HARMLESS.contains(n) && !isNothing(query.get(n)))
                .ifPresent(conditions::add));
        if (!conditions.isEmpty()) {
            throw new CannotTake("この一覧は絞り込めません。伴走の一覧を使ってください。");
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isContainerNode() && value.isEmpty() || value.isBoolean() && !value.asBoolean();
    }
}
