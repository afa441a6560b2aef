package jp.banso.story.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A step as {@code api.md} promises it. */
public record Task(
        String taskId,
        String step,
        String name,
        String process,
        String caseNo,
        String displayName,
        String office,
        String role,
        @Nullable String assignee,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime due,
        int overdueDays,
        String state,
        @Nullable String waitingFor,
        int version) {

    /** The fields of a task, no more and no less. */
    static final List<String> FIELDS = List.of(
            "taskId",
            "step",
            "name",
            "process",
            "caseNo",
            "displayName",
            "office",
            "role",
            "assignee",
            "createdAt",
            "due",
            "overdueDays",
            "state",
            "waitingFor",
            "version");

    static Task of(JsonNode json) {
        return new Task(
                json.path("taskId").asText(),
                json.path("step").asText(),
                json.path("name").asText(),
                json.path("process").asText(),
                json.path("caseNo").asText(),
                json.path("displayName").asText(),
                json.path("office").asText(),
                json.path("role").asText(),
                textOrNull(json.path("assignee")),
                OffsetDateTime.parse(json.path("createdAt").asText()),
                json.path("due").isTextual()
                        ? OffsetDateTime.parse(json.path("due").asText())
                        : null,
                json.path("overdueDays").asInt(),
                json.path("state").asText(),
                textOrNull(json.path("waitingFor")),
                json.path("version").asInt());
    }

    static List<Task> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(Task::of).toList();
    }

    /** The day it is due; fails when it has none. */
    LocalDate dueOn() {
        if (due == null) {
            throw new AssertionError(step + " has no due date");
        }
        return due.toLocalDate();
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
