package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Someone is away, and a colleague does the steps in their place: from the first day to the last, and no longer. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverTest {

    private static final String MAIN = "midorino-main";
    private static final String AWAY = "daikou-a";
    private static final String DEPUTY = "daikou-b";
    private static final String OTHER_ROLE = "daikou-c";
    private static final String LEADER = "daikou-lead";
    private static final String STEP = "obtainConsent";

    @LocalServerPort
    int port;

    private static final Pattern NEXT = Pattern.compile("href=\"(/worklist[^\"]*cursor=[^\"]*)\"");

    @Autowired
    Clock clock;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RecordMapper records;

    private Town town;
    private LocalDate first;

    @BeforeAll
    void colleagues() {
        Map.of(AWAY, "不在 一", DEPUTY, "代行 二", OTHER_ROLE, "別役 三", LEADER, "統括 四").forEach((name, shown) -> {
            if (people.find(name).isEmpty()) {
                admin.createUser(name, shown, "midorino", name);
            }
            admin.setActive(name, true);
        });
        admin.grantRole(AWAY, MAIN, "consultant");
        admin.grantRole(AWAY, MAIN, "employment-supporter");
        admin.grantRole(DEPUTY, MAIN, "consultant");
        admin.grantRole(OTHER_ROLE, MAIN, "employment-supporter");
        admin.grantRole(LEADER, MAIN, "coordinator");
    }

    @BeforeEach
    void tomorrow() {
        forget();
        town = new Town(port, clock);
        first = town.today().plusDays(1);
    }

    @AfterAll
    void leave() {
        forget();
        List.of(AWAY, DEPUTY, OTHER_ROLE, LEADER).forEach(name -> admin.setActive(name, false));
    }

    private void forget() {
        for (String table : List.of("absence_deputy", "absence")) {
            database.update("DELETE FROM " + table + " WHERE absence_id IN"
                    + " (SELECT x.absence_id FROM (SELECT absence_id FROM absence WHERE username LIKE 'daikou-%') x)");
        }
    }

    @Test
    void theDeputyDoesTheStepsFromTheFirstMinuteToTheLastAndTheyStayTheAbsentsOwn() {
        Task early = held();
        Task late = held();
        Task never = held();
        isAway(first.plusDays(1), Map.of("consultant", DEPUTY));
        Worker deputy = town.as(DEPUTY);

        assertThat(covered()).isEmpty();
        assertThat(counts()).as("no such view today").doesNotContain("covered");
        tries(deputy, early).isStale();

        clockTo(first + "T00:00");
        assertThat(covered()).contains(early.taskId(), late.taskId(), never.taskId());
        assertThat(counts()).contains("covered");
        List<Task> next = deputy.completes(early.caseNo(), STEP);
        assertThat(next)
                .extracting(Task::step, Task::assignee)
                .as("what comes next is still the absent's")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("firstInterview", AWAY));
        assertThat(recorded(early)).isEqualTo(DEPUTY + " for " + AWAY);
        assertThat(covered()).contains(next.get(0).taskId()).doesNotContain(early.taskId());
        tries(town.as(AWAY), early).isStale();
        assertThat(deputy.get("/tasks/" + late.taskId()).ok().path("assignee").asText())
                .as("nothing was taken over")
                .isEqualTo(AWAY);

        clockTo(first.plusDays(1) + "T23:57");
        deputy.completes(late.caseNo(), STEP);

        clockTo(first.plusDays(2) + "T00:00");
        assertThat(covered()).isEmpty();
        assertThat(counts()).doesNotContain("covered");
        Reply refused = tries(deputy, never).isStale();
        assertThat(refused.body().path("by").asText()).isEqualTo(AWAY);
        town.as(AWAY).completes(never.caseNo(), STEP);
        assertThat(recorded(never)).isEqualTo(AWAY + " for null");
    }

    @Test
    void timelineAuditAndPageSayForWhomItWasDone() {
        Task task = held();
        isAway(first, Map.of("consultant", DEPUTY));
        clockTo(first + "T08:30");
        Visitor deputy = Visitor.signedIn(port, DEPUTY);

        assertThat(deputy.get("/tasks/" + task.taskId()).body()).contains("不在 一さんの代理として記録します", "記録して次へ進む");
        assertThat(deputy.call("POST", "/api/v1/tasks/" + task.taskId() + "/draft", "{\"data\":{}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(deputy.call("POST", "/api/v1/tasks/" + task.taskId() + "/comment", "{\"text\":\"代わりに見ています\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(deputy.call(
                                "POST",
                                "/api/v1/tasks/" + task.taskId() + "/follow-up",
                                "{\"date\":\"" + first.plusDays(5) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(deputy.get("/worklist?view=covered").body()).contains("代理 <span", "不在 一さんの代理");
        town.as(DEPUTY).completes(task.caseNo(), STEP);

        assertThat(deputy.get("/cases/" + task.caseNo()).body()).contains("代行 二（不在 一の代理）");
        assertThat(records.recordedBy(task.caseNo()))
                .as("whoever did the last step of a role goes on: that is the absent")
                .containsExactly(AWAY);
        assertThat(database.queryForList(
                        "SELECT detail FROM audit_log WHERE action = 'step.complete' AND case_no = ? AND username = ?",
                        String.class,
                        task.caseNo(),
                        DEPUTY))
                .containsExactly(STEP + "（不在 一の代理）");
    }

    @Test
    void whatLiesInAnotherRoleIsNotCovered() {
        Task task = held();
        isAway(first, Map.of("employment-supporter", OTHER_ROLE));
        clockTo(first + "T08:30");

        Worker other = town.as(OTHER_ROLE);
        assertThat(other.get("/worklist?view=covered&limit=200")
                        .ok()
                        .path("counts")
                        .has("covered"))
                .as("stands in, but for nothing of this kind")
                .isTrue();
        assertThat(other.queue("covered")).extracting(Task::taskId).doesNotContain(task.taskId());
        tries(other, task).isStale();
        tries(town.as(DEPUTY), task).isStale();
        assertThat(Visitor.signedIn(port, OTHER_ROLE)
                        .get("/tasks/" + task.taskId())
                        .body())
                .contains("見ることだけできます")
                .doesNotContain("代理として記録します");
    }

    @Test
    void aLeaderMayStandInWithoutTheRole() {
        Task task = held();
        isAway(first, Map.of("consultant", LEADER));
        clockTo(first + "T08:30");

        assertThat(town.as(LEADER).queue("covered")).extracting(Task::taskId).contains(task.taskId());
        town.as(LEADER).completes(task.caseNo(), STEP);
        assertThat(recorded(task)).isEqualTo(LEADER + " for " + AWAY);
    }

    @Test
    void whatIsLateIsAmongTheDeputysLateStepsWithItsMark() {
        Task task = held();
        LocalDate due = task.dueOn();
        isAway(due.plusDays(8), Map.of("consultant", DEPUTY));
        clockTo(due.plusDays(3) + "T09:00");

        assertThat(town.as(DEPUTY).queue("overdue")).extracting(Task::taskId).contains(task.taskId());
        assertThat(town.as(DEPUTY).queue("mine")).extracting(Task::taskId).doesNotContain(task.taskId());
        assertThat(row(pageWith(task, Visitor.signedIn(port, DEPUTY)), task)).contains("不在 一さんの代理");
        String leaders =
                Visitor.signedIn(port, LEADER).get("/worklist?view=overdue").body();
        assertThat(leaders).as("who does not stand in sees no mark").doesNotContain("不在 一さんの代理");
    }

    @Test
    void anUncoveredLeaveShowsBeforeItBeginsWhatWillFallDue() {
        Task task = held();
        String absenceId = isAway(town.today().plusDays(1), task.dueOn().plusDays(1), Map.of());
        Visitor leader = Visitor.signedIn(port, LEADER);

        assertThat(leader.get("/absences").body()).contains("不在 一", "代理なし", "この間に期限 ");
        assertThat(leader.get("/absences/" + absenceId).body())
                .contains("代理なし", "button primary", "代理を決める", task.displayName(), task.name());

        String covered = leader.post(
                        "/absences/" + absenceId + "/change",
                        "version",
                        "1",
                        "kind",
                        "leave",
                        "firstDay",
                        town.today().plusDays(1).toString(),
                        "lastDay",
                        task.dueOn().plusDays(1).toString(),
                        "deputy-midorino-main-consultant",
                        DEPUTY,
                        "deputy-midorino-main-employment-supporter",
                        OTHER_ROLE)
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(covered).endsWith("/absences/" + absenceId);
        assertThat(leader.get("/absences/" + absenceId).body())
                .contains("代行 二", "別役 三")
                .doesNotContain("代理なし", "進める人がいないやること");
    }

    @Test
    void colleaguesAwayAreMarkedWhereWorkIsHandedOver() {
        isAway(first, Map.of());
        Visitor colleague = Visitor.signedIn(port, DEPUTY);
        assertThat(colleague.get("/worklist").body()).doesNotContain("まで不在");

        clockTo(first + "T08:30");

        String until = first.getMonthValue() + "/" + first.getDayOfMonth() + "まで不在）";
        assertThat(colleague.get("/worklist").body()).containsPattern("不在 一（[^<]*" + until);
    }

    @Test
    void aDeputyWhoIsAwayTooIsSaidButNotRefused() {
        isAway(first.plusDays(3), Map.of("consultant", DEPUTY));
        town.as(DEPUTY)
                .post(
                        "/absences",
                        Map.of(
                                "kind",
                                "trip",
                                "firstDay",
                                first.toString(),
                                "lastDay",
                                first.plusDays(1).toString()))
                .ok();

        assertThat(town.as(AWAY).get("/absences").text()).contains("代行 二さんも");
    }

    /** A step of a new case that the absent holds. */
    private Task held() {
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        Worker absent = town.as(AWAY);
        return absent.claims(absent.task(caseNo, STEP));
    }

    private String isAway(LocalDate last, Map<String, String> deputies) {
        return isAway(first, last, deputies);
    }

    private String isAway(LocalDate from, LocalDate last, Map<String, String> deputies) {
        List<Map<String, String>> covers = deputies.entrySet().stream()
                .map(e -> Map.of("office", MAIN, "role", e.getKey(), "username", e.getValue()))
                .toList();
        return town.as(AWAY)
                .post(
                        "/absences",
                        Map.of(
                                "kind",
                                "leave",
                                "firstDay",
                                from.toString(),
                                "lastDay",
                                last.toString(),
                                "deputies",
                                covers))
                .ok()
                .path("absenceId")
                .asText();
    }

    private List<String> covered() {
        return town.as(DEPUTY)
                        .get("/worklist?limit=200&view=covered")
                        .ok()
                        .path("counts")
                        .has("covered")
                ? town.as(DEPUTY).queue("covered").stream().map(Task::taskId).toList()
                : List.of();
    }

    private String counts() {
        return town.as(DEPUTY).get("/worklist").ok().path("counts").toString();
    }

    private static Reply tries(Worker worker, Task task) {
        return worker.answers(task.taskId(), Map.of());
    }

    private String recorded(Task task) {
        return database.queryForObject(
                "SELECT recorded_by, recorded_for FROM form_record WHERE task_id = ?",
                (row, n) -> row.getString(1) + " for " + row.getString(2),
                task.taskId());
    }

    /** The page of late steps on which this one stands, however many are late. */
    private static String pageWith(Task task, Visitor visitor) {
        String page = visitor.get("/worklist?view=overdue").body();
        Matcher next = NEXT.matcher(page);
        while (!page.contains(task.taskId()) && next.find()) {
            page = visitor.get(next.group(1).replace("&amp;", "&")).body();
            next = NEXT.matcher(page);
        }
        return page;
    }

    private static String row(String page, Task task) {
        return page.replaceAll("(?s).*<tr[^>]*data-row=\"" + task.taskId() + "\"(.*?)</tr>.*", "$1");
    }

    private void clockTo(String time) {
        town.as("kacho").post("/demo/clock", Map.of("to", time)).ok();
    }
}
