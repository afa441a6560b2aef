package jp.banso.formrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.aftercare.Employments;
import jp.banso.people.Visitor;
import jp.banso.processengine.EngineClock;
import jp.banso.worklist.WorklistReconciler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A completed step is one transaction, whoever else is at the same case. */
@BansoTest
class CompletionTest {

    private static final int ROUNDS = 20;

    @Autowired
    private JourneyDriver story;

    @Autowired
    private FailingRecorder failing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Employments employments;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private WorklistReconciler reconciler;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @Test
    void theTimelineRemembersByWhichOneSpokeWithThePerson() {
        var caseNo = story.open("話 した", "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");
        story.complete(caseNo, "firstInterview", "soudan", "interviewMethod", "home-visit");
        assertThat(spokenIn(caseNo, "obtainConsent")).containsOnlyNulls();
        assertThat(spokenIn(caseNo, "firstInterview")).containsExactly("home-visit");

        var watched = story.register("話 せず");
        story.start(watched, "watch-over", Map.of());
        var step = story.open(watched).iterator().next();
        story.complete(watched, step, "soudan", "watchMethod", "phone", "metPerson", "no");
        assertThat(spokenIn(watched, step)).containsOnlyNulls();
    }

    private List<String> spokenIn(String caseNo, String step) {
        return jdbc.queryForList(
                "SELECT contact_method FROM case_event WHERE case_no = ? AND step = ? AND kind = 'step'",
                String.class,
                caseNo,
                step);
    }

    @Test
    void aRecorderThatFailsLeavesNothingBehind() {
        var caseNo = story.open("早乙女 学", "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        var item = story.item(caseNo, "obtainConsent");
        var soudan = story.member("soudan");
        drafts.save(item.taskId(), Map.of("consentOutcome", "agreed"), soudan);
        var before = traces(caseNo);

        failing.failsFor.set(caseNo);
        try {
            assertThatThrownBy(() -> agree(caseNo)).hasMessage("as the test wants it");
        } finally {
            failing.failsFor.set("");
        }

        assertThat(traces(caseNo)).isEqualTo(before);
        assertThat(story.open(caseNo)).containsExactly("obtainConsent");
        assertThat(story.item(caseNo, "obtainConsent").version()).isEqualTo(item.version());
        assertThat(drafts.of(item.taskId(), soudan)).isPresent();
        assertThat(reconciler.differences()).isEmpty();

        agree(caseNo);
        assertThat(traces(caseNo)).isNotEqualTo(before);
    }

    @Test
    void twoStepsOfOneCaseAreCompletedAtTheSameMoment() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var caseNo = employed();
            atOnce(
                    () -> story.complete(caseNo, "aftercare1w", "shuro", "stillWorking", "yes"),
                    () -> story.complete(caseNo, "aftercare1m", "shuro", "stillWorking", "yes"));
            assertThat(story.open(caseNo))
                    .doesNotContain("aftercare1w", "aftercare1m")
                    .contains("aftercare2m", "aftercare3m");
            atOnce(
                    () -> story.complete(caseNo, "aftercare2m", "shuro", "stillWorking", "yes"),
                    () -> story.complete(caseNo, "aftercare3m", "shuro", "stillWorking", "yes"));
            assertThat(story.open(caseNo)).as("both paths are joined").containsExactly("retentionJudge");
        }
        assertThat(reconciler.differences()).isEmpty();
    }

    @Test
    void aCodeThatThePageDoesNotOfferIsRefused() {
        var caseNo = story.open("早乙女 学", "hellowork-referral", Map.of());
        var taskId = story.item(caseNo, "prepareReferral").taskId();
        var coordinator = Visitor.signedIn(port, "coord");
        for (var office : List.of("npo-ashita", "midorino-north", "aogaoka-main", "nowhere")) {
            var refused = coordinator.call(
                    "POST",
                    "/api/v1/tasks/" + taskId + "/complete",
                    "{\"data\":{\"referralAction\":\"send\",\"capable\":\"yes\",\"willing\":\"yes\",\"noBarrier\":\"yes\",\"helloworkOffice\":\""
                            + office + "\"}}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"helloworkOffice\"");
        }
    }

    private void agree(String caseNo) {
        story.complete(
                caseNo,
                "obtainConsent",
                "soudan",
                "consentOutcome",
                "agreed",
                "recipients",
                List.of("hellowork"),
                "infoTypes",
                List.of("attribute"));
    }

    /** How many rows every table has that a completed step writes. */
    private List<Integer> traces(String caseNo) {
        return List.of(
                count("form_record WHERE business_key = ?", caseNo),
                count("case_event WHERE case_no = ?", caseNo),
                count("consent WHERE case_no = ?", caseNo),
                count("case_grant WHERE case_no = ?", caseNo),
                count("audit_log WHERE case_no = ?", caseNo),
                count(
                        "ACT_HI_TASKINST t JOIN ACT_HI_PROCINST p "
                                + "ON p.PROC_INST_ID_ = t.PROC_INST_ID_ WHERE p.BUSINESS_KEY_ = ?",
                        caseNo),
                count(
                        "ACT_RU_VARIABLE v JOIN ACT_RU_EXECUTION e ON e.ID_ = v.PROC_INST_ID_ WHERE e.BUSINESS_KEY_ = ?",
                        caseNo));
    }

    private int count(String from, String caseNo) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + from, Integer.class, caseNo);
    }

    private String employed() {
        var caseNo = story.register("宇佐美 亮");
        var start = LocalDate.of(2026, 1, 31);
        employments.start(caseNo, "架空物流サービス株式会社", "仕分け", "part", false, start);
        story.start(caseNo, "job-retention", Map.of("jobStart", start.toString()));
        engineClock.advanceTo(LocalDateTime.now(clock).plusMinutes(1));
        return caseNo;
    }

    private static void atOnce(Runnable... works) throws Exception {
        var barrier = new CyclicBarrier(works.length);
        var pool = Executors.newFixedThreadPool(works.length);
        try {
            var calls = new ArrayList<Callable<Void>>();
            for (var work : works) {
                calls.add(() -> {
                    barrier.await();
                    work.run();
                    return null;
                });
            }
            for (var done : pool.invokeAll(calls)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
