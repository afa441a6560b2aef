package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.people.Visitor;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Steering;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Days that are settled for a step or a case: ahead, within a year, and on open days. */
@BansoTest
class SettledDaysTest {

    private static final String FAR = "1年以内の日を入れてください。";

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Steering steering;

    @Autowired
    private StuckCases stuck;

    @LocalServerPort
    private int port;

    private String taskId;

    @BeforeEach
    void aStepIsOpen() {
        var caseNo = story.open("日 決子", "employment-support-journey", Map.of());
        taskId = story.item(caseNo, "registerConsultation").taskId();
    }

    @Test
    void aFollowUpLiesAheadWithinAYear() {
        assertThatThrownBy(() -> followUp(story.today().minusDays(20)))
                .isInstanceOf(CannotTake.class)
                .hasMessageContaining("明日か、それよりあとの日");
        assertThatThrownBy(() -> followUp(story.today())).isInstanceOf(CannotTake.class);
        assertThatThrownBy(() -> followUp(story.today().plusYears(1).plusDays(1)))
                .hasMessage(FAR);
        assertThat(followUp(saturday())).isEqualTo(saturday().plusDays(2));
    }

    @Test
    void aDueDayLiesAheadWithinAYear() {
        assertThatThrownBy(() -> due(story.today().minusDays(1))).isInstanceOf(CannotTake.class);
        assertThatThrownBy(() -> due(story.today().plusYears(14))).hasMessage(FAR);
        assertThat(due(saturday())).isEqualTo(saturday().plusDays(2));
    }

    @Test
    void aSilentCaseIsLookedAtWithinAYear() {
        var caseNo = story.register("日 静子");
        var chief = story.member("coord");
        assertThatThrownBy(() -> stuck.followUp(caseNo, story.today().plusYears(14), "電話する", chief))
                .hasMessage(FAR);
        assertThat(stuck.followUp(caseNo, saturday(), "電話する", chief))
                .isEqualTo(saturday().plusDays(2));
    }

    @Test
    void thePagesSayItBesideTheFieldAndKeepWhatWasTyped() {
        var leader = Visitor.signedIn(port, "coord");
        worklist.claim(taskId, story.member("uketsuke"));
        var pages =
                Map.of("/oversight/steps/" + taskId, leader, "/tasks/" + taskId, Visitor.signedIn(port, "uketsuke"));
        pages.forEach((page, who) -> {
            who.post(
                    page + "/follow-up", "waitingKind", "partner", "waitingFor", "架空商店の返事", "followUpOn", "2040-01-01");
            assertThat(who.get(page).body())
                    .as(page)
                    .contains(FAR, "架空商店の返事", "2040-01-01")
                    .containsPattern("value=\"partner\"[^>]*selected");
        });
        var page = "/oversight/steps/" + taskId;
        leader.post(page + "/due", "dueOn", saturday().toString(), "reason", "てすと");
        assertThat(leader.get(page).body()).contains("は閉庁日なので、");
    }

    private LocalDate followUp(LocalDate day) {
        return worklist.followUp(taskId, day, WaitingKind.person, null, story.member("coord"))
                .followUpAt()
                .toLocalDate();
    }

    private LocalDate due(LocalDate day) {
        return steering.changeDue(taskId, day, "てすと", story.member("coord"));
    }

    /** With an open Monday after it. */
    private LocalDate saturday() {
        return story.today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
    }
}
