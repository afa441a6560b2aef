package jp.banso.console.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.PublishedModels.PublishedModel;
import jp.banso.worklist.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Steps in the words of the engine's REST interface, as far as the Tasklist reads them. A process definition goes by the id
 * of the task that led to it, so that its drawing opens only for whom the task does.
 */
@Component
class TasklistJson {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final People people;
    private final PublishedModels models;

    TasklistJson(People people, PublishedModels models) {
        this.people = people;
        this.models = models;
    }

    Map<String, @Nullable Object> task(WorkItem item) {
        Map<String, @Nullable Object> task = new LinkedHashMap<>();
        task.put("id", item.taskId());
        task.put("name", item.name() + "　" + item.displayName());
        task.put("taskDefinitionKey", item.step());
        task.put("processDefinitionId", item.taskId());
        task.put("processInstanceId", item.caseNo());
        task.put("assignee", item.assignee());
        task.put("created", time(item.createdAt()));
        task.put("due", time(item.dueAt()));
        task.put("followUp", time(item.followUpAt()));
        task.put("priority", item.priority());
        task.put("suspended", item.state().equals("suspended"));
        task.put("tenantId", item.municipalityId());
        return task;
    }

    /** One task with its process and its holder beside it. */
    Map<String, @Nullable Object> opened(WorkItem item) {
        Map<String, @Nullable Object> task = task(item);
        task.put("_links", links(item));
        Map<String, @Nullable Object> embedded = embedded(List.of(item));
        embedded.put("identityLink", identityLinks(item));
        task.put("_embedded", embedded);
        return task;
    }

    Map<String, @Nullable Object> list(List<WorkItem> items, int count) {
        Map<String, @Nullable Object> embedded = embedded(items);
        embedded.put("task", items.stream().map(this::linked).toList());
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("_links", Map.of());
        list.put("_embedded", embedded);
        list.put("count", count);
        return list;
    }

    Map<String, @Nullable Object> definition(WorkItem item) {
        PublishedModel model = models.of(Objects.requireNonNull(item.definitionId()));
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("id", item.taskId());
        definition.put("key", model.key());
        definition.put("name", model.name());
        definition.put("version", model.version());
        return definition;
    }

    Map<String, @Nullable Object> user(String username) {
        String[] name = people.nameOf(username).split("[ 　]", 2);
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("id", username);
        user.put("firstName", name[0]);
        user.put("lastName", name.length > 1 ? name[1] : "");
        user.put("email", null);
        return user;
    }

    static @Nullable String time(@Nullable LocalDateTime at) {
        return at == null ? null : at.atZone(TOKYO).format(TIME);
    }

    private List<Map<String, Object>> identityLinks(WorkItem item) {
        List<Map<String, Object>> links = new ArrayList<>();
        Map<String, String> group = Map.of(
                "id",
                item.role(),
                "name",
                people.office(item.officeId())
                        .map(office -> people.roles(office.municipalityId()))
                        .orElse(RoleBook.shipped())
                        .name(item.role()));
        links.add(Map.of("type", "candidate", "groupId", item.role(), "_embedded", Map.of("group", List.of(group))));
        if (item.assignee() != null) {
            Map<String, Object> user = Map.of("user", List.of(user(item.assignee())));
            links.add(Map.of("type", "assignee", "userId", item.assignee(), "_embedded", user));
        }
        return links;
    }

    private Map<String, @Nullable Object> linked(WorkItem item) {
        Map<String, @Nullable Object> task = task(item);
        task.put("_links", links(item));
        task.put("_embedded", Map.of("variable", List.of()));
        return task;
    }

    private Map<String, @Nullable Object> embedded(List<WorkItem> items) {
        Map<String, @Nullable Object> embedded = new LinkedHashMap<>();
        embedded.put("processDefinition", items.stream().map(this::definition).toList());
        embedded.put(
                "assignee",
                items.stream()
                        .map(WorkItem::assignee)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(this::user)
                        .toList());
        return embedded;
    }

    private static Map<String, Object> links(WorkItem item) {
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", href("/task/" + item.taskId()));
        links.put("processDefinition", href("/process-definition/" + item.taskId()));
        if (item.assignee() != null) {
            links.put("assignee", href("/user/" + item.assignee()));
        }
        return links;
    }

    private static Map<String, String> href(String path) {
        return Map.of("href", path);
    }
}
