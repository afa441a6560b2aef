package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.processengine.StepNotRecorded;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** No step ends without a record of its answer, and nothing about a person is in the engine's tables. */
@BansoTest
class CompletionGuardTest {

    private static final String WORDS = "夜になると眠れないと話された";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate database;

    private Town town;
    private Road road;

    @BeforeEach
    void begin() {
        town = new Town(port, clock);
        road = new Road(town);
    }

    @Test
    void theEngineCompletesNothingThatHasNoRecord() {
        String caseNo = road.toAssessment();
        Task open = town.as("soudan").task(caseNo, "intakeAssessment");

        assertThatThrownBy(() -> tasks.complete(open.taskId())).hasRootCauseInstanceOf(StepNotRecorded.class);
        assertThatThrownBy(() -> tasks.complete(open.taskId(), Map.of("specialistNeeded", "no")))
                .hasRootCauseInstanceOf(StepNotRecorded.class);

        assertThat(town.as("soudan").task(caseNo, "intakeAssessment").version()).isEqualTo(open.version());
    }

    @Test
    void nothingAboutAPersonIsInTheEngine() {
        Map<String, Object> person = Town.stranger();
        String caseNo = road.toAssessment(person, Map.of("story", WORDS, "summaryLine", WORDS));
        town.as("soudan").completes(caseNo, "intakeAssessment", Map.of("background", WORDS));
        town.as("shunin").completes(caseNo, "decideCategory", Map.of("category", "1-1", "categoryReason", WORDS));
        road.plans(caseNo, Map.of("goal1", WORDS));
        town.as("coord").completes(caseNo, "prepareReferral", Map.of("requestReason", WORDS));
        town.as("sv").completes(caseNo, "approveReferral");
        town.as("navi").completes(caseNo, "acceptReferral");
        Task open = town.as("shuro").task(caseNo, "threeWayInterview");
        town.as("shuro")
                .post("/tasks/" + open.taskId() + "/draft", Map.of("data", Map.of("workAssets", WORDS)))
                .ok();
        town.as("shuro")
                .post("/tasks/" + open.taskId() + "/comment", Map.of("text", WORDS))
                .ok();

        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM form_record WHERE business_key = ? AND answer LIKE ?",
                        Integer.class,
                        caseNo,
                        "%" + WORDS + "%"))
                .as("what people wrote is recorded, only not in the engine")
                .isGreaterThanOrEqualTo(5);
        List<String> personal = List.of(
                person.get("name").toString(),
                person.get("kana").toString(),
                person.get("phone").toString(),
                person.get("address").toString(),
                WORDS);
        assertThat(places(personal)).isEmpty();
        assertThat(places(List.of(caseNo)))
                .as("the search would find what is there")
                .isNotEmpty();
    }

    /** Columns of the engine's tables in which any of the words stands. */
    private List<String> places(List<String> words) {
        return database.execute((ConnectionCallback<List<String>>) connection -> {
            List<String> found = new ArrayList<>();
            for (String[] column : textColumns(connection)) {
                if (holds(connection, column[0], column[1], words)) {
                    found.add(column[0] + "." + column[1]);
                }
            }
            return found;
        });
    }

    private static List<String[]> textColumns(Connection connection) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (ResultSet all =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "ACT\\_%", "%")) {
            while (all.next()) {
                String type = all.getString("TYPE_NAME").toUpperCase(java.util.Locale.ROOT);
                if (type.contains("CHAR") || type.contains("LOB") || type.contains("TEXT") || type.contains("BINARY")) {
                    columns.add(new String[] {all.getString("TABLE_NAME"), all.getString("COLUMN_NAME")});
                }
            }
        }
        return columns;
    }

    private static boolean holds(Connection connection, String table, String column, List<String> words)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL")) {
            while (rows.next()) {
                byte[] bytes = rows.getBytes(1);
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (words.stream().anyMatch(text::contains)) {
                    return true;
                }
            }
            return false;
        }
    }
}
