package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.notice.NoticeBox;
import jp.banso.people.NotHere;
import jp.banso.people.PeopleAdmin;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Many steps change hands by a rule, each with a result, and come back. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReassignmentsTest {

    private static final List<String> WORKERS = List.of("watari-a", "watari-b", "watari-c");

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Reassignments reassignments;

    @Autowired
    private Worklist worklist;

    @Autowired
    private NoticeBox notices;

    @Autowired
    private PeopleAdmin admin;

    @BeforeAll
    void threeWorkers() {
        for (var username : WORKERS) {
            admin.createUser(username, "渡 " + username, "midorino", username);
            admin.grantRole(username, "midorino-main", "consultant");
        }
    }

    @AfterAll
    void theyLeave() {
        WORKERS.forEach(username -> admin.setActive(username, false));
    }

    @Test
    void loadsBecomeEvenAndComeBack() {
        var chief = story.member("shunin");
        var cases = cases(9);
        hold(cases.subList(0, 3), "watari-a");
        var tasks = cases.stream()
                .map(caseNo -> story.item(caseNo, "obtainConsent").taskId())
                .toList();

        var plan = reassignments.plan(tasks, new Reassignments.Rule(WORKERS, false, true), chief);

        assertThat(plan.loads()).extracting(Reassignments.Load::before).containsExactly(3, 0, 0);
        assertThat(plan.loads()).extracting(Reassignments.Load::after).containsExactly(3, 3, 3);
        var id = reassignments.carryOut(chosen(plan), chief);
        assertThat(reassignments.loads(WORKERS).values()).containsExactlyInAnyOrder(3, 3, 3);
        assertThat(reassignments.batch(id, chief).results()).hasSize(9).allMatch(r -> r.refused() == null);

        var done = cases.get(8);
        story.complete(done, "obtainConsent", "soudan", "consentOutcome", "agreed");
        reassignments.undo(id, chief);

        assertThat(reassignments.batch(id, chief).results())
                .filteredOn(r -> r.undoRefused() != null)
                .singleElement()
                .satisfies(r -> assertThat(r.undoRefused()).contains("終わっています"));
        assertThat(cases.subList(0, 3)).allMatch(caseNo -> "watari-a"
                .equals(story.item(caseNo, "obtainConsent").assignee()));
        assertThat(cases.subList(3, 8))
                .allMatch(caseNo -> story.item(caseNo, "obtainConsent").assignee() == null);
        assertThatThrownBy(() -> reassignments.undo(id, chief)).as("only once").isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> reassignments.batch(id, story.member("coord")))
                .as("whoever did it")
                .isInstanceOf(NotHere.class);
    }

    @Test
    void whoMayNotTakeItIsNotProposedAndIsRefused() {
        var chief = story.member("shunin");
        var task = story.item(cases(1).get(0), "obtainConsent").taskId();
        var plan =
                reassignments.plan(List.of(task), new Reassignments.Rule(List.of("shuro", "navi"), false, true), chief);
        assertThat(plan.proposals()).singleElement().satisfies(p -> assertThat(p.to())
                .isNull());

        var result = reassignments
                .batch(reassignments.carryOut(Map.of(task, "navi"), chief), chief)
                .results()
                .get(0);
        assertThat(result.refused()).isNotNull();
        assertThat(story.item(result.caseNo(), "obtainConsent").assignee()).isNull();
    }

    @Test
    void whoeverMayTakeAStepOnItsPageMayReceiveIt() {
        var chief = story.member("shunin");
        var caseNo = cases(1).get(0);
        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");
        var step = story.item(caseNo, "firstInterview");
        assertThat(step.role()).as("the first of its roles").isEqualTo("reception");
        worklist.assign(step.taskId(), "watari-a", chief);

        var plan = reassignments.plan(
                List.of(step.taskId()),
                new Reassignments.Rule(List.of("uketsuke", "watari-b", "navi"), false, true),
                chief);

        assertThat(plan.proposals()).singleElement().satisfies(p -> {
            assertThat(p.to()).as("of the same role as the holder").isEqualTo("watari-b");
            assertThat(p.takers()).containsExactlyInAnyOrder("uketsuke", "watari-b");
        });
        assertThat(plan.givers()).singleElement().satisfies(load -> {
            assertThat(load.username()).isEqualTo("watari-a");
            assertThat(load.after()).isEqualTo(load.before() - 1);
        });
        worklist.release(step.taskId(), chief);
    }

    @Test
    void theNewHolderIsToldOnceForAllOfThem() {
        var chief = story.member("shunin");
        var receiverOf = new LinkedHashMap<String, String>();
        cases(3).forEach(caseNo ->
                receiverOf.put(story.item(caseNo, "obtainConsent").taskId(), "watari-c"));

        var id = reassignments.carryOut(receiverOf, chief);

        assertThat(told("watari-c")).containsExactly(chief.displayName() + "さんが決めて、手順3件の担当になりました");
        reassignments.carryOut(receiverOf, chief);
        assertThat(told("watari-c")).as("they were theirs already").hasSize(1);
        reassignments.undo(id, chief);
    }

    private List<String> told(String username) {
        return notices.page(story.member(username), false, null).notices().stream()
                .filter(notice -> notice.kind().equals("assigned"))
                .map(NoticeBox.Notice::sentence)
                .toList();
    }

    private static Map<String, String> chosen(Reassignments.Plan plan) {
        Map<String, String> chosen = new LinkedHashMap<>();
        plan.proposals().forEach(p -> chosen.put(p.step().taskId(), p.to()));
        return chosen;
    }

    private List<String> cases(int n) {
        var cases = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            var caseNo = story.open("渡 り" + i, "employment-support-journey", Map.of());
            story.complete(caseNo, "registerConsultation", "uketsuke");
            var item = story.item(caseNo, "obtainConsent");
            if (item.assignee() != null) {
                worklist.release(item.taskId(), story.member(item.assignee()));
            }
            cases.add(caseNo);
        }
        return cases;
    }

    private void hold(List<String> cases, String username) {
        cases.forEach(
                caseNo -> worklist.claim(story.item(caseNo, "obtainConsent").taskId(), story.member(username)));
    }
}
