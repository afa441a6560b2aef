package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.banso.BansoTest;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.ShippedModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator adds a field to a form: it shows, validates, is stored and is on the timeline, without any Java. */
@BansoTest
class NewFieldTest {

    private static final String MUNICIPALITY = "aogaoka";
    private static final String FORM = "forms/consultation-intake/firstInterview.form";
    private static final String FIELD =
            """
            {"type": "select", "id": "Field_cameBy", "key": "cameBy", "label": "来所のしかた", "validate": {"required": true},
             "values": [{"label": "歩いて", "value": "walk"}, {"label": "バスで", "value": "bus"}]}""";
    private static final String NOTE =
            """
            {"type": "textfield", "id": "Field_busFare", "key": "busFare", "label": "バス代の心配", "validate": {"required": true, "maxLength": 20},
             "conditional": {"hide": "=cameBy != \\"bus\\""}}""";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    JdbcTemplate database;

    private Worker consultant;

    @BeforeEach
    void begin() {
        consultant = new Town(port, clock).as("hoka");
    }

    @AfterEach
    void theShippedFormAgain() {
        publish(intake());
    }

    @Test
    void aFieldThatAnAdministratorAddsIsAskedCheckedStoredAndTold() {
        String before = firstInterview();
        publish(intake().stream().map(NewFieldTest::withNewFields).toList());
        String caseNo = firstInterview();

        Task running = consultant.task(before, "firstInterview");
        assertThat(form(running)).as("a running case keeps its version").doesNotContain("cameBy");
        Task task = consultant.task(caseNo, "firstInterview");
        assertThat(form(task)).contains("cameBy", "来所のしかた");

        Map<String, Object> answer = consultant.answer(task.taskId(), Map.of("cameBy", "bus", "busFare", "往復400円"));
        assertThat(refused(task, answer, "cameBy", null)).containsExactly("cameBy");
        assertThat(refused(task, answer, "cameBy", "rocket")).containsExactly("cameBy");
        assertThat(refused(task, answer, "busFare", null)).containsExactly("busFare");
        assertThat(refused(task, answer, "busFare", "あ".repeat(21))).containsExactly("busFare");
        consultant.answers(task.taskId(), answer).ok();

        String stored = database.queryForObject(
                "SELECT answer FROM form_record WHERE task_id = ?", String.class, task.taskId());
        assertThat(stored).contains("\"cameBy\":\"bus\"", "\"busFare\":\"往復400円\"");
        assertThat(told(caseNo)).contains("来所のしかた: バスで", "バス代の心配: 往復400円");
    }

    private String firstInterview() {
        String caseNo = consultant.receives(Town.stranger());
        consultant.completes(caseNo, "obtainConsent");
        return caseNo;
    }

    private String form(Task task) {
        return consultant.get("/tasks/" + task.taskId()).ok().path("form").toString();
    }

    private List<String> refused(
            Task task, Map<String, Object> answer, String key, @org.jspecify.annotations.Nullable String value) {
        Map<String, Object> wrong = new java.util.LinkedHashMap<>(answer);
        wrong.put(key, value);
        return consultant.answers(task.taskId(), wrong).refusedFields();
    }

    private List<String> told(String caseNo) {
        JsonNode events = consultant.opens(caseNo).path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("step").asText().equals("firstInterview"))
                .flatMap(event -> StreamSupport.stream(event.path("details").spliterator(), false))
                .map(detail -> detail.path("label").asText() + ": "
                        + detail.path("text").asText())
                .toList();
    }

    private void publish(List<ModelFile> files) {
        deployment.publish("初回面接の様式", "kanri", MUNICIPALITY, files);
    }

    private static List<ModelFile> intake() {
        return ShippedModels.read().stream()
                .filter(file -> file.name().contains("/consultation-intake/"))
                .toList();
    }

    private static ModelFile withNewFields(ModelFile file) {
        if (!file.name().equals(FORM)) {
            return file;
        }
        try {
            ObjectNode form = (ObjectNode) Reply.JSON.readTree(file.bytes());
            ArrayNode components = form.withArray("components");
            components.add(Reply.JSON.readTree(FIELD));
            components.add(Reply.JSON.readTree(NOTE));
            return new ModelFile(file.name(), Reply.JSON.writeValueAsBytes(form));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
