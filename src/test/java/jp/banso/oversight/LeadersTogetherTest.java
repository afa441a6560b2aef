package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsenceKind;
import jp.banso.absence.AbsencePlan;
import jp.banso.absence.AwayText;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.processengine.Flow;
import jp.banso.story.api.Town;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two who lead act on the same step, somebody is away, and every page says what is so. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadersTogetherTest {

    private static final String OFFICE = "midorino-main";
    private static final String AWAY = "futari-a";
    private static final String DEPUTY = "futari-b";

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Worklist worklist;

    @Autowired
    private AbsenceDesk absences;

    @Autowired
    private Workload workload;

    @Autowired
    private Flow flow;

    @Autowired
    private Clock clock;

    @Autowired
    private PeopleAdmin admin;

    @LocalServerPort
    private int port;

    @BeforeAll
    void colleagues() {
        for (var username : List.of(AWAY, DEPUTY)) {
            admin.createUser(username, "二人 " + username, "midorino", username);
            admin.grantRole(username, OFFICE, "consultant");
        }
    }

    @AfterAll
    void theyLeave() {
        List.of(AWAY, DEPUTY).forEach(username -> admin.setActive(username, false));
    }

    @Test
    void whatAnotherLeaderDecidedMeanwhileIsNotOverridden() {
        var page = step("競 一");
        var late = Visitor.signedIn(port, "coord");
        var chief = story.member("shunin");
        var task = page.substring(page.lastIndexOf('/') + 1);
        Visitor.signedIn(port, "shunin").post(page + "/assign", "username", AWAY);

        late.post(page + "/assign", "username", DEPUTY, "seenHolder", "", "seenDue", due(task));

        assertThat(late.get(page).body()).contains(chief.displayName() + "さんが", "担当を二人 futari-aさんに変えました。まだ何も変えていません。");
        assertThat(story.item(caseOf(task), "obtainConsent").assignee()).isEqualTo(AWAY);

        late.post(page + "/due", "dueOn", "R9.3.1", "reason", "先方の都合", "seenHolder", "", "seenDue", due(task));
        assertThat(late.get(page).body()).contains("先方の都合", "R9.3.1", "まだ何も変えていません。");

        late.post(page + "/assign", "username", DEPUTY, "seenHolder", AWAY, "seenDue", due(task));
        assertThat(story.item(caseOf(task), "obtainConsent").assignee()).isEqualTo(DEPUTY);
    }

    @Test
    void aStepDoneMeanwhileIsSaidWithWhoDidItAndTheTextIsKept() {
        var page = step("競 二");
        var caseNo = caseOf(page.substring(page.lastIndexOf('/') + 1));
        var coordinator = Visitor.signedIn(port, "coord");
        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");

        var answer = coordinator.post(page + "/comment", "text", "電話をかけてみてください");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/oversight/steps?due=overdue").body())
                .contains(story.member("soudan").displayName() + "さんが終えました", "電話をかけてみてください");
        assertThat(coordinator.get(page).statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/oversight/steps/nothing-like-it").statusCode())
                .isEqualTo(404);
        assertThat(coordinator
                        .get("/oversight/finished?process=consultation-intake&step=obtainConsent")
                        .body())
                .as("nobody had claimed it")
                .containsPattern(caseNo + "</a></th>(?s:.{1,200})"
                        + story.member("soudan").displayName());
    }

    @Test
    void aCommentSaysWhetherSomebodyWasTold() {
        var page = step("競 三");
        worklist.assign(page.substring(page.lastIndexOf('/') + 1), DEPUTY, story.member("shunin"));
        var coordinator = Visitor.signedIn(port, "coord");
        coordinator.post(page + "/comment", "text", "一つ目");
        assertThat(coordinator.get(page).body()).contains("二人 futari-bさんに伝えました");
        coordinator.post(page + "/comment", "text", "二つ目");
        assertThat(coordinator.get(page).body()).contains("新しい知らせは出していません", "二つ目");
        var tooLong = "あ".repeat(1001);
        coordinator.post(page + "/comment", "text", tooLong);
        assertThat(coordinator.get(page).body()).contains("1000文字までにしてください", tooLong);
    }

    @Test
    void coveredStepsAreTheDeputysLoadAndNamedAsSuch() {
        var page = step("競 四");
        var task = page.substring(page.lastIndexOf('/') + 1);
        var chief = story.member("shunin");
        worklist.assign(task, AWAY, chief);
        var deputies = Map.of(AbsencePlan.post(OFFICE, "consultant"), DEPUTY);
        var coordinator = Visitor.signedIn(port, "coord");
        var before = load(DEPUTY);
        var until = story.today().plusDays(6);
        Absence absence =
                absences.register(new AbsencePlan(AWAY, AbsenceKind.SICK, story.today(), until, deputies), chief);
        try {
            assertThat(load(DEPUTY).covered()).isEqualTo(load(AWAY).open());
            assertThat(load(DEPUTY).open()).isEqualTo(before.open());
            assertThat(coordinator.get(page).body()).contains("二人 futari-a" + AwayText.beside(until));
            var other = step("競 五");
            assertThat(coordinator.get(other).body()).containsPattern("二人 futari-a（[^<]*" + AwayText.beside(until));
            coordinator.post(other + "/assign", "username", AWAY);
            assertThat(coordinator.get(other).body()).contains("二人 futari-aさん" + AwayText.beside(until) + "の担当になりました");
            assertThat(Visitor.signedIn(port, DEPUTY)
                            .get("/worklist?view=mine&step=recordResult")
                            .body())
                    .contains("代理の仕事が" + load(DEPUTY).covered() + "件あります");

            flow.setDue(task, story.today().minusDays(3).atTime(17, 0));
            assertThat(coordinator.get(page).body())
                    .contains("同意がまだない。二人 futari-aさんは" + AwayText.day(until) + "まで不在、代理は二人 futari-bさん");
            new Town(port, clock).as(DEPUTY).completes(caseOf(task), "obtainConsent");
            assertThat(coordinator
                            .get("/oversight/finished?process=consultation-intake&step=obtainConsent")
                            .body())
                    .contains("二人 futari-b（二人 futari-aの代理）");
        } finally {
            absences.end(absence, story.today(), chief);
        }
    }

    @Test
    void theNumberOfAMembersCasesLeadsToThem() {
        var coordinator = Visitor.signedIn(port, "coord");
        var address = "/cases?status=open&owner=soudan&office=" + OFFICE;
        assertThat(coordinator.get("/oversight/workload").body()).contains(address.replace("&", "&amp;"));
        assertThat(coordinator.get(address).body())
                .contains("data-label=\"主担当\"")
                .doesNotContain("data-label=\"主担当\">" + story.member("shuro").displayName());
    }

    @Test
    void onlyWhoLeadsCasesHasRoomForThem() {
        assertThat(load("soudan").leadsCases()).isTrue();
        assertThat(load("uketsuke").leadsCases()).isFalse();
        assertThat(Visitor.signedIn(port, "coord").get("/oversight/workload").body())
                .doesNotContainPattern(
                        story.member("uketsuke").displayName() + "(?s:.{1,900})data-label=\"余裕\"><span>あと25件");
    }

    private Workload.Load load(String username) {
        return workload.loads(Sphere.of(story.member("coord"))).stream()
                .filter(each -> each.member().username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private final Map<String, String> cases = new LinkedHashMap<>();

    /** The page of a step that nobody holds. */
    private String step(String name) {
        var caseNo = story.open(name, "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        var item = story.item(caseNo, "obtainConsent");
        if (item.assignee() != null) {
            worklist.release(item.taskId(), story.member(item.assignee()));
        }
        cases.put(item.taskId(), caseNo);
        return "/oversight/steps/" + item.taskId();
    }

    private String caseOf(String taskId) {
        return cases.get(taskId);
    }

    private String due(String taskId) {
        var due = story.item(caseOf(taskId), "obtainConsent").dueAt();
        return due == null ? "" : due.toString();
    }
}
