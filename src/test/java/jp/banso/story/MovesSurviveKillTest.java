package jp.banso.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server is killed while cases move to a new version: the move goes on by itself, and each case has moved once. */
class MovesSurviveKillTest {

    private static final int CASES = 30;
    private static final String PROCESS = "consultation-intake";
    private static final Duration MOST = Duration.ofMinutes(4);
    private static final String REST = "--banso.moves.rest=25";
    private static final Pattern FROM = Pattern.compile("from=(" + PROCESS + "[^\"&]+)\"");
    private static final Pattern OVER = Pattern.compile("<strong class=\"tabular\">([0-9]+)／" + CASES + "件");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void whatWasMovingGoesOnAndNothingMovesTwice() throws Exception {
        String move;
        try (ServerProcess server = new ServerProcess(data)) {
            server.start(REST);
            casesComeIn(server.port());
            newVersion(server.port());
            move = moveOfAll(server.port());
            int killedAt = waitsUntil(server.port(), move, 4);
            server.isKilled();
            assertThat(killedAt).isLessThan(CASES);
            int moved = items(move, "moved");
            assertThat(moved).isBetween(killedAt, CASES - 1);

            server.start("--banso.moves.rest=0");

            waitsUntil(server.port(), move, CASES);
        }
        assertThat(items(move, "moved")).isEqualTo(CASES);
        eachCaseStandsOnceOnTheNewVersion();
    }

    private static void casesComeIn(int port) {
        Visitor clerk = Visitor.signedIn(port, "uketsuke");
        for (int n = 0; n < CASES; n++) {
            String person = "{\"name\":\"架空 %d子\",\"kana\":\"かくう\",\"confirmDuplicate\":true,".formatted(n)
                    + "\"receivedOn\":\"2026-05-01\",\"route\":\"self\",\"topics\":[\"job-search\"]}";
            var answer = clerk.call("POST", "/api/v1/cases", person);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    /** The step after reception gets another name. */
    private void newVersion(int port) throws Exception {
        String model = Files.readString(Path.of("processes", PROCESS, PROCESS + ".bpmn"))
                .replace("name=\"同意を取る\"", "name=\"同意を確かめる\"");
        var draft = Visitor.signedIn(port, "kanri")
                .upload("/api/v1/studio/drafts?title=rename", "files", PROCESS + ".bpmn", model);
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
        JsonNode made = json.readTree(draft.body());
        var published = Visitor.signedIn(port, "kanri2")
                .call(
                        "POST",
                        "/api/v1/studio/drafts/" + made.path("draftId").asText() + "/publish",
                        json.writeValueAsString(Map.of("reason", "呼び方をそろえる", "password", "kanri2")));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    }

    private static String moveOfAll(int port) {
        Visitor planner = Visitor.signedIn(port, "kanri");
        Matcher from =
                FROM.matcher(planner.get("/studio/moves/new?process=" + PROCESS).body());
        assertThat(from.find()).isTrue();
        var begun = planner.post(
                "/studio/moves", "process", PROCESS, "from", from.group(1).replace("%3A", ":"), "wave", "0");
        String page = begun.headers().firstValue("Location").orElseThrow();
        assertThat(page).contains("/studio/moves/").doesNotContain("new");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /** @return how many are over when at least that many are */
    private static int waitsUntil(int port, String move, int atLeast) {
        Visitor planner = Visitor.signedIn(port, "kanri");
        long until = System.nanoTime() + MOST.toNanos();
        int over;
        do {
            assertThat(System.nanoTime()).as("goes on").isLessThan(until);
            Matcher shown = OVER.matcher(planner.get("/studio/moves/" + move).body());
            assertThat(shown.find()).isTrue();
            over = Integer.parseInt(shown.group(1));
        } while (over < atLeast);
        return over;
    }

    private int items(String move, String status) {
        return count(
                "SELECT COUNT(*) FROM studio_move_item WHERE move_id = '%s' AND status = '%s'".formatted(move, status));
    }

    private void eachCaseStandsOnceOnTheNewVersion() {
        String on = "FROM act_ru_execution e JOIN act_re_procdef d ON d.id_ = e.proc_def_id_"
                + " WHERE e.parent_id_ IS NULL AND d.key_ = '" + PROCESS + "'";
        assertThat(count("SELECT COUNT(*) " + on)).isEqualTo(CASES);
        assertThat(count("SELECT COUNT(*) " + on + " AND d.tenant_id_ IS NOT NULL"))
                .isEqualTo(CASES);
        List<Map<String, Object>> steps = database()
                .queryForList("SELECT w.business_key, COUNT(*) AS steps, MIN(w.name) AS name FROM work_item w"
                        + " JOIN act_ru_task t ON t.id_ = w.task_id AND t.name_ = w.name GROUP BY w.business_key");
        assertThat(steps)
                .hasSize(CASES)
                .allSatisfy(each -> assertThat(each).containsEntry("steps", 1L).containsEntry("name", "同意を確かめる"));
        assertThat(count("SELECT COUNT(*) FROM audit_log WHERE action = 'case.moved'"))
                .isEqualTo(CASES);
        assertThat(count("SELECT COUNT(DISTINCT case_no) FROM audit_log WHERE action = 'case.moved'"))
                .isEqualTo(CASES);
        assertThat(count("SELECT COUNT(*) FROM audit_log WHERE action = 'moves.done'"))
                .isEqualTo(1);
    }

    private int count(String sql) {
        Integer found = database().queryForObject(sql, Integer.class);
        return found == null ? 0 : found;
    }

    private JdbcTemplate database() {
        return new JdbcTemplate(
                new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("banso") + ";IFEXISTS=TRUE", "sa", ""));
    }
}
