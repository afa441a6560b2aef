package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.people.Visitor;
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
    void theWayBackLeadsThroughThePreview() {
        var taskId = story.item(caseNo, "registerConsultation").taskId();
        assertThat(leader.post("/oversight/reassign/preview", "taskIds", taskId)
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("private, max-age=0");
    }
}
