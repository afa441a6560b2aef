package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.banso.BansoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two answers to one step at the same moment: one counts, and the other hears whose. */
@BansoTest
class TwoAtOnceTest {

    private static final int ROUNDS = 10;
    private static final String STEP = "obtainConsent";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate database;

    private final ExecutorService together = Executors.newFixedThreadPool(2);
    private Town town;

    @BeforeEach
    void begin() {
        town = new Town(port, clock);
    }

    @AfterEach
    void end() {
        together.shutdownNow();
    }

    @RepeatedTest(ROUNDS)
    void oneOfTwoColleaguesWinsAndTheOtherKeepsTheText() throws Exception {
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        Task task = town.as("uketsuke").task(caseNo, STEP);
        List<Worker> both = List.of(town.as("soudan"), town.as("uketsuke"));
        for (Worker each : both) {
            each.post("/tasks/" + task.taskId() + "/draft", Map.of("data", Map.of("consentNote", each.username())))
                    .ok();
        }

        List<Reply> replies = atOnce(both, task);

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        Worker winner = both.get(replies.get(0).status() == 200 ? 0 : 1);
        Worker loser = both.get(replies.get(0).status() == 200 ? 1 : 0);
        Reply refused = replies.get(replies.get(0).status() == 200 ? 1 : 0);
        assertThat(refused.body().path("by").asText()).isEqualTo(winner.username());
        assertThat(refused.body().path("byName").asText()).isNotBlank();
        assertThat(OffsetDateTime.parse(refused.body().path("at").asText()).toLocalDate())
                .isEqualTo(town.today());
        assertThat(recordedBy(task)).containsExactly(winner.username());
        assertThat(drafts(task)).as("only the winner's draft is used up").containsExactly(loser.username());
        movedOnce(caseNo);
    }

    @RepeatedTest(3)
    void aDoubleClickCountsOnce() throws Exception {
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        Worker consultant = town.as("soudan");
        Task task = consultant.claims(consultant.task(caseNo, STEP));

        List<Reply> replies = atOnce(List.of(consultant, consultant), task);

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        assertThat(recordedBy(task)).containsExactly("soudan");
        movedOnce(caseNo);
    }

    private List<Reply> atOnce(List<Worker> workers, Task task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(workers.size());
        List<Callable<Reply>> calls = new ArrayList<>();
        for (Worker worker : workers) {
            Map<String, Object> answer = worker.answer(task.taskId(), Map.of("consentNote", worker.username()));
            calls.add(() -> {
                start.await();
                return worker.answers(task.taskId(), answer);
            });
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : together.invokeAll(calls)) {
            replies.add(reply.get());
        }
        return replies;
    }

    private void movedOnce(String caseNo) {
        assertThat(town.as("soudan").tasks(caseNo)).extracting(Task::step).containsExactly("firstInterview");
        assertThat(town.as("soudan").opens(caseNo).path("events").findValuesAsText("step"))
                .filteredOn(STEP::equals)
                .hasSize(1);
    }

    private List<String> recordedBy(Task task) {
        return database.queryForList(
                "SELECT recorded_by FROM form_record WHERE task_id = ?", String.class, task.taskId());
    }

    private List<String> drafts(Task task) {
        return database.queryForList("SELECT username FROM form_draft WHERE task_id = ?", String.class, task.taskId());
    }
}
