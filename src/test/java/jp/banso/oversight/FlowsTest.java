package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.calendar.Rounds;
import jp.banso.processengine.EngineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Figures of the past: remembered when a step ends, drawn up once, equal to the list behind them. */
@BansoTest
class FlowsTest {

    private static final int MOST = 100_000;

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Flows flows;

    @Autowired
    private History history;

    @Autowired
    private Board board;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private ObjectProvider<Rounds> rounds;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aStepIsRememberedAsDoneOrDropped() {
        var caseNo = heard("跡 一");
        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");
        assertThat(finished(caseNo))
                .containsEntry("registerConsultation", "done/midorino-main")
                .containsEntry("obtainConsent", "done/midorino-main")
                .doesNotContainKey("firstInterview");
    }

    @Test
    void drawnFiguresEqualTheListBehindThemBeforeAndAfterTheDayIsOver() {
        var sphere = Sphere.of(story.member("coord"));
        var first = heard("跡 二");
        engineClock.advanceTo(LocalDateTime.now(clock).plusDays(9));
        story.complete(first, "obtainConsent", "soudan", "consentOutcome", "agreed");
        var month = YearMonth.from(LocalDate.now(clock));
        var view = new Flows.View("consultation-intake", null, month);
        var live = flows.figures(sphere, view).get("obtainConsent");
        assertThat(live.done())
                .isEqualTo(flows.finished(sphere, view, "obtainConsent", false, 0, 1)
                        .total());
        assertThat(live.late())
                .isEqualTo(flows.finished(sphere, view, "obtainConsent", true, 0, 1)
                        .total())
                .isPositive();

        engineClock.advanceTo(LocalDateTime.now(clock).plusDays(2));
        for (int again = 0; again < 3; again++) {
            rounds.forEach(round -> round.make(LocalDateTime.now(clock)));
        }

        var drawn = flows.figures(sphere, view).get("obtainConsent");
        assertThat(drawn.done()).isEqualTo(live.done());
        assertThat(drawn.late()).isEqualTo(live.late());
        assertThat(drawn.medianDays()).isEqualTo(live.medianDays());
        assertThat(flows.finished(sphere, view, "obtainConsent", true, 0, MOST).steps())
                .anyMatch(step -> step.caseNo().equals(first));
    }

    @Test
    void theWeeksEndIsWhatTheBoardShowedThen() {
        var sphere = Sphere.of(story.member("coord"));
        heard("跡 三");
        var now = LocalDateTime.now(clock);
        var monday = now.toLocalDate().plusWeeks(1).with(java.time.DayOfWeek.MONDAY);
        engineClock.advanceTo(monday.atStartOfDay());
        var board = this.board.overview(sphere, StepFilter.ALL).total();

        engineClock.advanceTo(monday.atTime(9, 0));

        var weeks = history.weeks(sphere);
        var last = weeks.get(weeks.size() - 1);
        assertThat(last.end()).isEqualTo(monday.minusDays(1));
        assertThat(last.open()).isEqualTo(board.open());
        assertThat(last.late()).isEqualTo(board.overdue());
    }

    @Test
    void slowPassagesAreOfTheProcessAndEqualTheListBehindThem() {
        var sphere = Sphere.of(story.member("coord"));
        for (var name : List.of("道 一", "道 二", "道 三")) {
            story.complete(heard(name), "obtainConsent", "soudan", "consentOutcome", "agreed");
        }
        var view = new Flows.View("consultation-intake", null, null);
        var passages = flows.slowest(sphere, view);
        assertThat(passages).isNotEmpty().allSatisfy(passage -> assertThat(flows.finished(
                                sphere, view, new Flows.Finished(passage.toStep(), passage.fromStep(), false), 0, 1)
                        .total())
                .isEqualTo(passage.cases()));
        assertThat(flows.slowest(sphere, new Flows.View("watch-over", null, null)))
                .extracting(Flows.Passage::toStep)
                .doesNotContain("obtainConsent");
    }

    @Test
    void casesThatWaitForAMessageStandOnTheDrawing() {
        var sphere = Sphere.of(story.member("coord"));
        var before = flows.waiting(sphere, List.of("meetingResult")).getOrDefault("meetingResult", 0);
        var caseNo = story.open("待 一", "support-planning", Map.of("category", "1-1"));
        story.complete(caseNo, "draftPlan", "soudan", "contractorUsed", "no");
        story.complete(caseNo, "chiefCheck", "shunin");
        assertThat(flows.waiting(sphere, List.of("meetingResult")).getOrDefault("meetingResult", 0))
                .as("not there yet")
                .isEqualTo(before);
        story.complete(caseNo, "signPlan", "soudan");
        assertThat(flows.waiting(sphere, List.of("meetingResult"))).containsEntry("meetingResult", before + 1);
    }

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Flows.median(new TreeMap<>())).isNull();
        assertThat(Flows.median(new TreeMap<>(Map.of(3, 1)))).isEqualTo(3.0);
        assertThat(Flows.median(new TreeMap<>(Map.of(1, 1, 4, 1)))).isEqualTo(2.5);
        assertThat(Flows.median(new TreeMap<>(Map.of(0, 2, 5, 1, 90, 2)))).isEqualTo(5.0);
    }

    private String heard(String name) {
        var caseNo = story.open(name, "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        return caseNo;
    }

    /** Outcome and leading office of each finished step. */
    private Map<String, String> finished(String caseNo) {
        var steps = new TreeMap<String, String>();
        jdbc.query(
                "SELECT step, outcome, lead_office_id FROM finished_step WHERE business_key = ?",
                row -> {
                    steps.put(row.getString(1), row.getString(2) + "/" + row.getString(3));
                },
                caseNo);
        return steps;
    }
}
