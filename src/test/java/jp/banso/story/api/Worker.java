package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.banso.formrecord.internal.FormReader;
import jp.banso.people.Visitor;
import org.jspecify.annotations.Nullable;

/** Someone at work, through the API: what this person sees, takes and completes. */
public final class Worker {

    private static final int CREATED = 201;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private static final int SIGNED_OUT = 401;

    /** Signing in is slow on purpose, so all stories share one session for each user and server. */
    private static final Map<String, Visitor> SIGNED_IN = new ConcurrentHashMap<>();

    private final String username;
    private final int port;
    private final Town town;

    Worker(String username, int port, Town town) {
        this.username = username;
        this.port = port;
        this.town = town;
    }

    public String username() {
        return username;
    }

    public Reply get(String path) {
        return signedIn(visitor -> visitor.get("/api/v1" + path));
    }

    public Reply post(String path, Object body) {
        try {
            String json = Reply.JSON.writeValueAsString(body);
            return signedIn(visitor -> visitor.call("POST", "/api/v1" + path, json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Calls; signs in first when there is no session, or no longer. */
    private Reply signedIn(Function<Visitor, HttpResponse<String>> call) {
        String key = port + "/" + username;
        HttpResponse<String> answer = call.apply(SIGNED_IN.computeIfAbsent(key, k -> Visitor.signedIn(port, username)));
        if (answer.statusCode() == SIGNED_OUT) {
            Visitor again = Visitor.signedIn(port, username);
            SIGNED_IN.put(key, again);
            answer = call.apply(again);
        }
        return Reply.of(answer);
    }

    /** Takes a person in at the counter; the case number. */
    public String receives(Map<String, ?> reception) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "receivedOn",
                town.today().toString(),
                "route",
                "self",
                "topics",
                List.of("job-search"),
                "confirmDuplicate",
                true));
        body.putAll(reception);
        Reply reply = post("/cases", body);
        assertThat(reply.status()).as("answer: %s", reply.text()).isEqualTo(CREATED);
        return reply.body().path("caseNo").asText();
    }

    public JsonNode opens(String caseNo) {
        return get("/cases/" + caseNo).ok();
    }

    /** The open steps of the case or meeting that this person sees. */
    public List<Task> tasks(String caseNo) {
        return caseNo.startsWith("M-")
                ? Stream.of("mine", "team", "unclaimed")
                        .flatMap(view -> queue(view).stream())
                        .filter(task -> task.caseNo().equals(caseNo))
                        .distinct()
                        .toList()
                : Task.list(opens(caseNo).path("tasks"));
    }

    /** The whole view, however many pages it has. */
    public List<Task> queue(String view) {
        List<Task> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    get("/worklist?limit=200&counts=false&view=" + view + next).ok();
            all.addAll(Task.list(page.path("items")));
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    /** The one open step with this id. */
    public Task task(String caseNo, String step) {
        List<Task> open = tasks(caseNo);
        Optional<Task> found =
                open.stream().filter(task -> task.step().equals(step)).findFirst();
        assertThat(found)
                .as("%s sees %s of %s among %s", username, step, caseNo, open)
                .isPresent();
        return found.orElseThrow();
    }

    public Task claims(Task task) {
        return Task.of(post("/tasks/" + task.taskId() + "/claim", Map.of()).ok());
    }

    /** Completes the open step with a good answer; the case's steps that are open then. */
    public List<Task> completes(String caseNo, String step) {
        return completes(caseNo, step, Map.of());
    }

    /** Completes the open step with what the story says, and what is needed besides. */
    public List<Task> completes(String caseNo, String step, Map<String, ? extends @Nullable Object> own) {
        Task task = task(caseNo, step);
        Reply reply = answers(task.taskId(), answer(task.taskId(), own));
        JsonNode body = reply.ok();
        assertThat(body.path("caseNo").asText()).isEqualTo(caseNo);
        return Task.list(body.path("tasks"));
    }

    /** Sends exactly this answer. */
    public Reply answers(String taskId, Map<String, ?> data) {
        return post("/tasks/" + taskId + "/complete", Map.of("data", data));
    }

    /** A good answer to the step's form. */
    public Map<String, Object> answer(String taskId, Map<String, ? extends @Nullable Object> own) {
        JsonNode shown = get("/tasks/" + taskId).ok();
        Map<String, Object> prefilled = Reply.JSON.convertValue(shown.path("data"), VALUES);
        return Answers.to(FormReader.read(shown.path("form").toString(), "1"), prefilled, own, town.today());
    }

    /** Tells the product that something happened that changes the person's way. */
    public Reply reports(String caseNo, String kind) {
        return post(
                "/cases/" + caseNo + "/interruptions",
                Map.of("kind", kind, "on", town.today().toString(), "reason", "本人から電話がありました"));
    }

    /** The person takes consent back. */
    public Reply withdrawsConsent(String caseNo) {
        return post(
                "/cases/" + caseNo + "/consents/withdraw",
                Map.of("on", town.today().toString(), "reason", "外の機関に知られたくない"));
    }
}
