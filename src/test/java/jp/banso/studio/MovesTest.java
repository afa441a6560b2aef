package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.banso.BansoTest;
import jp.banso.calendar.Rounds;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.processengine.Flow;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.worklist.Worklist;
import jp.banso.worklist.WorklistReconciler;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Waves: begun, paused, gone on, interrupted, taken back; what each case shows for it, and who may see it. */
@BansoTest
class MovesTest {

    private static final String TOWN = "aogaoka";
    private static final String ADMIN = "utsushi";

    @LocalServerPort
    int port;

    @Autowired
    Moves moves;

    @Autowired
    Flow flow;

    @Autowired
    RepositoryService repository;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    Worklist worklist;

    @Autowired
    WorklistReconciler reconciler;

    @Autowired
    List<Rounds> rounds;

    @Autowired
    JdbcTemplate jdbc;

    private final String key = "utsushi-" + UUID.randomUUID();
    private final List<String> cases = new ArrayList<>();
    private Member by;
    private String source = "";

    /** What other tests have left in the engine without a place in the queue. */
    private List<String> others = List.of();

    @BeforeEach
    void someCasesOfAnOldVersion() {
        if (people.find(ADMIN).isEmpty()) {
            admin.createUser(ADMIN, "移行 担当", TOWN, ADMIN);
            admin.grantRole(ADMIN, "aogaoka-main", "process-admin");
        }
        admin.setActive(ADMIN, true);
        by = people.find(ADMIN).orElseThrow();
        others = reconciler.differences();
        source = publish("話を聞く", "consultant", "first");
        for (int i = 0; i < 25; i++) {
            var no = "U%02d-%s".formatted(i, key.substring(8, 18));
            cases.add(no);
            flow.start(key, no, TOWN, Map.of("officeId", "aogaoka-main"));
        }
    }

    @AfterEach
    void leave() {
        cases.forEach(no -> flow.cancel(no, TOWN, "test"));
        jdbc.update(
                "DELETE FROM studio_move_item WHERE move_id IN (SELECT move_id FROM studio_move WHERE process_key = ?)",
                key);
        jdbc.update("DELETE FROM studio_move WHERE process_key = ?", key);
        repository
                .createDeploymentQuery()
                .deploymentName(key)
                .list()
                .forEach(d -> repository.deleteDeployment(d.getId(), true));
        admin.setActive(ADMIN, false);
    }

    @Test
    void movesInWavesAndTheQueueFollows() {
        publish("くわしく話を聞く", "navigator", "first");
        var preview = moves.preview(key, source, Map.of(), by);
        assertThat(preview.counts()).containsEntry(Kind.MOVES, 25);
        var begun = moves.start(key, source, Map.of(), 10, by);
        await(begun.finished());
        assertThat(move(begun).status()).isEqualTo("paused");
        assertThat(move(begun).count("moved")).isEqualTo(10);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(named(10, "くわしく話を聞く", 15, "話を聞く"));
        await(moves.nextWave(begun.moveId(), Moves.ALL, by));
        assertThat(move(begun).status()).isEqualTo("done");
        assertThat(move(begun).count("moved")).isEqualTo(25);
        cases.forEach(no -> assertThat(worklist.ofCase(no)).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("くわしく話を聞く");
        }));
        assertThat(reconciler.differences()).containsExactlyInAnyOrderElementsOf(others);
        assertThat(audited("case.moved", cases.get(3))).isEqualTo(1);
        assertThat(audited("moves.started", null)).isPositive();
        assertThatThrownBy(() -> moves.start(key, source, Map.of(), 10, by)).isInstanceOf(NotHere.class);
    }

    @Test
    void goesOnWhereItWasInterruptedAndDoesEachOnce() {
        publish("くわしく話を聞く", "consultant", "first");
        var begun = moves.start(key, source, Map.of(), 10, by);
        await(begun.finished());
        // as a node leaves it that is gone: the wave is queued and the move says it runs
        jdbc.update(
                "UPDATE studio_move_item SET status = 'queued' WHERE move_id = ? AND status = 'waiting'",
                begun.moveId());
        jdbc.update("UPDATE studio_move SET status = 'running' WHERE move_id = ?", begun.moveId());
        rounds.forEach(round -> round.make(LocalDateTime.of(2026, 11, 21, 12, 0)));
        rounds.forEach(round -> round.make(LocalDateTime.of(2026, 11, 21, 12, 1)));
        await(moves.resume(begun.moveId(), by));
        until(begun, "done");
        assertThat(move(begun).count("moved")).isEqualTo(25);
        assertThat(audited("case.moved", cases.get(20))).isEqualTo(1);
    }

    @Test
    void aPausedWaveGoesOnWithWhatIsLeft() {
        publish("くわしく話を聞く", "consultant", "first");
        var begun = moves.start(key, source, Map.of(), Moves.ALL, by);
        moves.pause(begun.moveId(), by);
        await(begun.finished());
        assertThat(move(begun).status()).isIn("paused", "done");
        var moved = move(begun).count("moved");
        assertThat(moved + move(begun).count("queued")).isEqualTo(25);
        await(moves.resume(begun.moveId(), by));
        assertThat(move(begun).count("moved")).isEqualTo(25);
        assertThat(move(begun).status()).isEqualTo("done");
    }

    @Test
    void takesBackWhatHasNotGoneOn() {
        publish("くわしく話を聞く", "consultant", "first");
        var begun = moves.start(key, source, Map.of(), Moves.ALL, by);
        await(begun.finished());
        flow.cancel(cases.get(0), TOWN, "it has gone on");
        await(moves.back(begun.moveId(), 2, by));
        assertThat(worklist.ofCase(cases.get(1)).get(0).name()).isEqualTo("話を聞く");
        assertThat(move(begun).count("moved")).isEqualTo(24);
        await(moves.back(begun.moveId(), null, by));
        assertThat(move(begun).count("moved-back")).isEqualTo(24);
        assertThat(moves.items(begun.moveId(), "moved", 0, 10, by))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.caseNo()).isEqualTo(cases.get(0));
                    assertThat(item.reason()).isNotBlank();
                });
        assertThat(names()).containsOnly("話を聞く");
        assertThat(reconciler.differences()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void asksWhereCasesOfARemovedStepGo() {
        publish("始める", "consultant", "begin");
        assertThat(moves.preview(key, source, Map.of(), by).counts()).containsEntry(Kind.NEEDS_MAPPING, 25);
        assertThatThrownBy(() -> moves.start(key, source, Map.of(), 10, by)).isInstanceOf(MoveNotPossible.class);
        assertThatThrownBy(() -> moves.preview(key, source, Map.of("first", "no-such-step"), by))
                .isInstanceOf(MoveNotPossible.class);
        var begun = moves.start(key, source, Map.of("first", "begin"), Moves.ALL, by);
        await(begun.finished());
        assertThat(worklist.ofCase(cases.get(7)).get(0)).satisfies(step -> {
            assertThat(step.step()).isEqualTo("begin");
            assertThat(step.formKey()).isEqualTo("begin");
        });
    }

    @Test
    void belongsToItsMunicipality() {
        publish("くわしく話を聞く", "consultant", "first");
        var begun = moves.start(key, source, Map.of(), 10, by);
        await(begun.finished());
        var kanri = people.find("kanri").orElseThrow();
        assertThat(moves.find(begun.moveId(), kanri)).isEmpty();
        assertThatThrownBy(() -> moves.preview(key, source, Map.of(), kanri)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> moves.back(begun.moveId(), null, kanri)).isInstanceOf(NotHere.class);
        assertThat(Visitor.signedIn(port, "kanri")
                        .get("/studio/moves/" + begun.moveId())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isDoneOnPages() {
        publish("始める", "consultant", "begin");
        var visitor = Visitor.signedIn(port, ADMIN);
        assertThat(visitor.get("/studio/moves/new?process=" + key).body()).contains("どの版のケース", "25件");
        var ask = "/studio/moves/new?process=" + key + "&from=" + source;
        assertThat(visitor.get(ask).body()).contains("行き先を決める", "map.first", "いま移せるケースは、ありません", cases.get(0));
        assertThat(visitor.get(ask + "&map.first=begin").body()).contains("まず10件を移す", "そのまま移せる");
        assertThat(visitor.get(ask + "&map.first=nothing").body()).contains("行き先を直してください");
        var answer = visitor.post("/studio/moves", "process", key, "from", source, "wave", "10", "map.first", "begin");
        assertThat(answer.statusCode()).isEqualTo(302);
        var id = jdbc.queryForObject("SELECT move_id FROM studio_move WHERE process_key = ?", String.class, key);
        until(new Moves.Begun(String.valueOf(id), CompletableFuture.completedFuture(null)), "paused");
        var page = visitor.get("/studio/moves/" + id).body();
        assertThat(page).contains("10件を移しました。残りは15件です", "次の10件を移す", "元に戻す", cases.get(0));
        assertThat(visitor.get("/studio/moves/" + id + "/progress").headers().firstValue("HX-Refresh"))
                .hasValue("true");
        visitor.post("/studio/moves/" + id + "/next", "wave", "0");
        until(new Moves.Begun(String.valueOf(id), CompletableFuture.completedFuture(null)), "done");
        assertThat(visitor.get("/studio/moves/" + id + "?status=moved").body()).contains("25件を新しい版へ移しました");
    }

    // ---- helpers

    private CaseMove move(Moves.Begun begun) {
        return moves.find(begun.moveId(), by).orElseThrow();
    }

    private List<String> names() {
        return cases.stream()
                .flatMap(no -> worklist.ofCase(no).stream())
                .map(step -> step.name())
                .toList();
    }

    private static List<String> named(int some, String one, int others, String other) {
        var names = new ArrayList<String>();
        for (int i = 0; i < some; i++) {
            names.add(one);
        }
        for (int i = 0; i < others; i++) {
            names.add(other);
        }
        return names;
    }

    private int audited(String action, String caseNo) {
        return caseNo == null
                ? count("SELECT COUNT(*) FROM audit_log WHERE action = ? AND username = ?", action, ADMIN)
                : count("SELECT COUNT(*) FROM audit_log WHERE action = ? AND case_no = ?", action, caseNo);
    }

    private int count(String sql, Object... values) {
        var count = jdbc.queryForObject(sql, Integer.class, values);
        return count == null ? 0 : count;
    }

    private void until(Moves.Begun begun, String status) {
        org.awaitility.Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> move(begun)
                .is(status));
    }

    private static void await(CompletableFuture<Void> work) {
        work.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private String publish(String name, String role, String step) {
        var xml =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                <process id="%s" name="移しの試し" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="%s"/>
                <userTask id="%s" name="%s" camunda:candidateGroups="%s"/>
                <sequenceFlow id="f2" sourceRef="%s" targetRef="end"/><endEvent id="end"/>
                </process></definitions>
                """
                        .formatted(key, step, step, name, role, step);
        return repository
                .createDeployment()
                .name(key)
                .tenantId(TOWN)
                .addString(key + ".bpmn", new String(xml.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }
}
