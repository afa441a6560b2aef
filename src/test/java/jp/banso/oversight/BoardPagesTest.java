package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Persons;
import jp.banso.casefile.SupportAgency;
import jp.banso.casefile.Surroundings;
import jp.banso.people.Visitor;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages of the board say and where they lead. */
@BansoTest
class BoardPagesTest {

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Board board;

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Persons persons;

    @Autowired
    private Surroundings surroundings;

    @LocalServerPort
    private int port;

    private String caseNo;
    private Visitor leader;

    @BeforeEach
    void aCaseIsOpen() {
        caseNo = story.open("状 況子", "employment-support-journey", Map.of());
        leader = Visitor.signedIn(port, "coord");
    }

    @Test
    void openCasesObeyTheFilter() {
        var sphere = Sphere.of(story.member("coord"));
        assertThat(board.overview(sphere, StepFilter.ALL).cases()).isPositive();
        assertThat(board.overview(sphere, StepFilter.ALL.and("office", "nowhere"))
                        .cases())
                .isZero();
        var unclaimed = StepFilter.ALL.and("step", "registerConsultation");
        assertThat(board.overview(sphere, unclaimed).cases())
                .isEqualTo((int) board.page(sphere, unclaimed, 0, 100_000).steps().stream()
                        .map(OverseenStep::caseNo)
                        .distinct()
                        .count());
        assertThat(leader.get("/oversight").body()).contains("/cases?status=open", "autocomplete=\"off\"");
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        assertThat(leader.get("/oversight/steps?page=9999").body())
                .contains("data-row=")
                .doesNotContain("9999 /");
        assertThat(leader.get("/oversight/stuck?page=9999").statusCode()).isEqualTo(200);
    }

    @Test
    void aNameOfASavedViewIsTakenOnce() {
        leader.post("/oversight/views", "name", "重なる名前", "address", "/oversight?by=step");
        leader.get("/oversight?by=step");
        leader.post("/oversight/views", "name", "重なる名前", "address", "/oversight?by=role");
        assertThat(leader.get("/oversight?by=role").body())
                .contains("「重なる名前」という表示は、もうあります", "value=\"重なる名前\"")
                .containsPattern("<dialog id=\"save-view\"[^>]*data-shown");
    }

    @Test
    void theActionForAReasonOpensWhatFreesTheStep() {
        story.complete(caseNo, "registerConsultation", "uketsuke");
        var item = story.item(caseNo, "obtainConsent");
        assertThat(leader.get("/oversight/steps/" + item.taskId()).body())
                .contains("href=\"/tasks/" + item.taskId() + "\"");
        var person = persons.ofCase(caseNo).orElseThrow();
        var listed = leader.get("/oversight/steps/" + item.taskId()).body();
        if (person.phone() != null) {
            assertThat(listed).contains("tel:" + person.phone().replace("-", ""));
        }
        surroundings.addAgency(cases.require(caseNo), new SupportAgency("", "架空診療所", null, "架空 相談員", "000-0000-1234"));
        worklist.followUp(item.taskId(), story.today().plusDays(3), WaitingKind.partner, null, story.member("coord"));
        assertThat(board.step(Sphere.of(story.member("coord")), item.taskId())
                        .orElseThrow()
                        .reason())
                .as("consent comes first")
                .isEqualTo("consent");
        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");
        var interview = story.item(caseNo, "firstInterview");
        worklist.followUp(
                interview.taskId(), story.today().plusDays(3), WaitingKind.partner, null, story.member("coord"));
        assertThat(leader.get("/oversight/steps/" + interview.taskId()).body())
                .contains("架空診療所 架空 相談員", "tel:00000001234");
    }

    @Test
    void theWayBackLeadsThroughThePreview() {
        var taskId = story.item(caseNo, "registerConsultation").taskId();
        assertThat(leader.post("/oversight/reassign/preview", "taskIds", taskId)
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("private, max-age=0");
    }
}
