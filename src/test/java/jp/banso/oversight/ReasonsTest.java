package jp.banso.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsenceKind;
import jp.banso.absence.AbsencePlan;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.meeting.NewMeeting;
import jp.banso.people.PeopleAdmin;
import jp.banso.processengine.EngineClock;
import jp.banso.worklist.Steering;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.Worklist;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** For each reason a case that has it, and one that nearly has it. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReasonsTest {

    private static final String OFFICE = "midorino-main";
    private static final String HELLOWORK = "hw-midorino";
    private static final int DAYS = 16;

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Board board;

    @Autowired
    private StuckCases stuck;

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Steering steering;

    @Autowired
    private Meetings meetings;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private ManagementService management;

    @Autowired
    private PeopleAdmin admin;

    @Autowired
    private AbsenceDesk absences;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private Sphere sphere;

    private String consentMissing;
    private String unclaimed;
    private String held;
    private String waitsForPerson;
    private String waitedForPerson;
    private String waitsForDocument;
    private String waitsForPartner;
    private String waitsForSomethingElse;
    private String unsigned;
    private String atHellowork;
    private String backFromHellowork;
    private String ofTheAbsent;
    private String ofTheCovered;
    private String withdrawn;
    private String givenAgain;
    private String unplanned;
    private String lookedAtLater;
    private String silent;
    private String spokenWith;
    private String brokenTimer;
    private String offAgenda;
    private String repairedTimer;

    @BeforeAll
    void sixteenDaysPass() {
        sphere = Sphere.of(story.member("coord"));
        consentMissing = heard("理 一");
        unclaimed = interview("理 二");
        held = interview("理 三");
        hold(held, "firstInterview", "soudan");
        waitsForPerson = interview("理 四");
        waitedForPerson = interview("理 五");
        waitsForDocument = interview("理 六");
        waitsForPartner = interview("理 二十二");
        waitsForSomethingElse = interview("理 二十三");
        unsigned = toSignature("理 七");
        steering.changeDue(
                story.item(unsigned, "signPlan").taskId(), story.today().plusDays(2), "てすと", story.member("coord"));
        offAgenda = toSignature("理 二十一");
        story.complete(offAgenda, "signPlan", "soudan");
        atHellowork = referral("理 八");
        backFromHellowork = referral("理 九");
        cases.withdrawConsent(backFromHellowork, story.today(), "てすと", story.member("soudan"));
        worker("riyuu-away");
        worker("riyuu-back");
        worker("riyuu-deputy");
        ofTheAbsent = interview("理 十");
        hold(ofTheAbsent, "firstInterview", "riyuu-away");
        ofTheCovered = interview("理 十一");
        hold(ofTheCovered, "firstInterview", "riyuu-back");
        withdrawn = consented("理 十二");
        givenAgain = consented("理 十三");
        unplanned = story.register("理 十四");
        lookedAtLater = story.register("理 十五");
        silent = planning("理 十六");
        spokenWith = planning("理 十七");
        brokenTimer = watched("理 十八");
        repairedTimer = watched("理 十九");

        engineClock.advanceTo(LocalDateTime.now(clock).plusDays(DAYS));

        wait(waitsForPerson, WaitingKind.person, 4);
        wait(waitsForDocument, WaitingKind.document, 4);
        wait(waitsForPartner, WaitingKind.partner, 4);
        wait(waitsForSomethingElse, WaitingKind.other, 4);
        wait(waitedForPerson, WaitingKind.person, 1);
        engineClock.advanceTo(LocalDateTime.now(clock).plusDays(2));
        away("riyuu-away", null);
        away("riyuu-back", "riyuu-deputy");
        for (var caseNo : List.of(withdrawn, givenAgain)) {
            cases.withdrawConsent(caseNo, story.today(), "てすと", story.member("soudan"));
        }
        cases.recordConsent(givenAgain, story.today(), Set.of("hellowork"), Set.of("history"), "soudan");
        stuck.followUp(lookedAtLater, story.today().plusDays(3), "電話する", story.member("coord"));
        cases.addEvent(new NewCaseEvent(
                spokenWith, LocalDateTime.now(clock), "note", null, "電話", null, List.of(), "soudan", null, false));
        timers(brokenTimer, 0);
        timers(repairedTimer, 1);
    }

    @AfterAll
    void nobodyStaysAway() {
        for (var username : List.of("riyuu-away", "riyuu-back", "riyuu-deputy")) {
            admin.setActive(username, false);
        }
    }

    @Test
    void consentIsMissing() {
        assertThat(reason(consentMissing)).contains("consent");
        assertThat(reason(unclaimed))
                .as("consent is given, the interview is late")
                .isNotEqualTo(Optional.of("consent"));
        assertThat(reason(heard("理 二十"))).as("not late yet").isEmpty();
    }

    @Test
    void nobodyHoldsIt() {
        assertThat(reason(unclaimed)).contains("unclaimed");
        assertThat(reason(held)).contains("held");
    }

    @Test
    void somethingIsWaitedForUntilItsDay() {
        assertThat(reason(waitsForPerson)).contains("person");
        assertThat(reason(waitsForDocument)).contains("document");
        assertThat(reason(waitsForPartner)).contains("partner");
        assertThat(reason(waitsForSomethingElse)).contains("other");
        assertThat(reason(waitedForPerson)).as("the day has passed").contains("held");
    }

    @Test
    void theSignatureIsMissing() {
        assertThat(reason(unsigned)).contains("signature");
        assertThat(story.open(held)).doesNotContain("signPlan");
    }

    @Test
    void helloWorkDoesNotAnswer() {
        assertThat(reason(atHellowork, "acceptReferral")).contains("hellowork");
        assertThat(reason(backFromHellowork, "acceptReferral"))
                .as("without consent the step lies in our own office")
                .contains("unclaimed");
    }

    @Test
    void theHolderIsAwayWithNobodyStandingIn() {
        assertThat(reason(ofTheAbsent)).contains("absent");
        assertThat(reason(ofTheCovered)).contains("held");
    }

    @Test
    void consentWasWithdrawn() {
        assertThat(standing(withdrawn)).contains("withdrawn");
        assertThat(standing(givenAgain)).isNotEqualTo(Optional.of("withdrawn"));
    }

    @Test
    void noMeetingIsThereForTheCase() {
        meetings.of(story.member("shunin")).stream()
                .filter(Meeting::planned)
                .forEach(left -> meetings.cancel(left, story.member("shunin")));
        assertThat(standing(offAgenda)).contains("meeting");
        var chief = story.member("shunin");
        var planned = meetings.plan(
                new NewMeeting("midorino", OFFICE, "regular", story.today().plusDays(5), "10:00", "架空会議室"), chief);
        try {
            assertThat(standing(offAgenda))
                    .as("on the agenda of a planned meeting")
                    .isNotEqualTo(Optional.of("meeting"));
        } finally {
            meetings.cancel(planned, chief);
        }
        assertThat(standing(offAgenda)).contains("meeting");
    }

    @Test
    void theMeetingIsOverButItsResultIsNotConfirmed() {
        meetings.of(story.member("shunin")).stream()
                .filter(Meeting::planned)
                .forEach(left -> meetings.cancel(left, story.member("shunin")));
        var chief = story.member("shunin");
        var today =
                meetings.plan(new NewMeeting("midorino", OFFICE, "regular", story.today(), "10:00", "架空会議室"), chief);
        try {
            assertThat(standing(offAgenda)).as("the meeting is today").isNotEqualTo(Optional.of("unconfirmed"));
            jdbc.update(
                    "UPDATE meeting SET held_on = ? WHERE meeting_id = ?",
                    story.today().minusDays(1),
                    today.meetingId());
            assertThat(standing(offAgenda)).contains("unconfirmed");
            assertThat(stuck.page(sphere, Reason.unconfirmed, 0, 100))
                    .filteredOn(each -> each.caseNo().equals(offAgenda))
                    .extracting(StuckCase::meetingId, StuckCase::metOn)
                    .containsExactly(tuple(today.meetingId(), story.today().minusDays(1)));
        } finally {
            meetings.cancel(today, chief);
        }
    }

    @Test
    void nothingIsPlanned() {
        assertThat(standing(unplanned)).contains("unplanned");
        assertThat(standing(lookedAtLater)).isEmpty();
        assertThat(standing(spokenWith)).as("a step is open").isEmpty();
    }

    @Test
    void nothingHasBeenWrittenForLong() {
        assertThat(standing(silent)).contains("silent");
        assertThat(standing(spokenWith)).isEmpty();
    }

    @Test
    void aTimerHasFailed() {
        assertThat(standing(brokenTimer)).contains("timer");
        assertThat(standing(repairedTimer)).isNotEqualTo(Optional.of("timer"));
        assertThat(stuck.retry(brokenTimer, story.member("coord"))).isTrue();
        assertThat(standing(brokenTimer)).isNotEqualTo(Optional.of("timer"));
    }

    /** Why the late step of a case is late. */
    private Optional<String> reason(String caseNo) {
        return reason(caseNo, null);
    }

    private Optional<String> reason(String caseNo, @Nullable String name) {
        return board.page(sphere, StepFilter.of(Map.of("due", "overdue")), 0, 100_000).steps().stream()
                .filter(step -> step.caseNo().equals(caseNo))
                .filter(step -> name == null || step.step().equals(name))
                .map(OverseenStep::reason)
                .findFirst();
    }

    /** Why a case stands still. */
    private Optional<String> standing(String caseNo) {
        return stuck.page(sphere, null, 0, 100_000).stream()
                .filter(each -> each.caseNo().equals(caseNo))
                .map(StuckCase::reason)
                .findFirst();
    }

    private String heard(String name) {
        var caseNo = story.open(name, "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        return caseNo;
    }

    private String interview(String name) {
        var caseNo = heard(name);
        story.complete(caseNo, "obtainConsent", "soudan", "consentOutcome", "agreed");
        var item = story.item(caseNo, "firstInterview");
        if (item.assignee() != null) {
            worklist.release(item.taskId(), story.member(item.assignee()));
        }
        return caseNo;
    }

    private String consented(String name) {
        var caseNo = interview(name);
        cases.recordConsent(caseNo, story.today(), Set.of("hellowork"), Set.of("history"), "soudan");
        return caseNo;
    }

    private String toSignature(String name) {
        var caseNo = story.open(name, "support-planning", Map.of("category", "1-1"));
        story.complete(caseNo, "draftPlan", "soudan", "contractorUsed", "no");
        story.complete(caseNo, "chiefCheck", "shunin");
        return caseNo;
    }

    /** A referral that Hello Work is to accept. */
    private String referral(String name) {
        var caseNo = consented(name);
        cases.share(caseNo, HELLOWORK);
        story.start(caseNo, "hellowork-referral", Map.of());
        story.complete(caseNo, "prepareReferral", "coord", "helloworkOffice", HELLOWORK);
        story.complete(caseNo, "approveReferral", "sv");
        return caseNo;
    }

    /** A plan is written for 30 days: the step is not late yet. */
    private String planning(String name) {
        return story.open(name, "support-planning", Map.of());
    }

    private String watched(String name) {
        var caseNo = story.register(name);
        story.start(caseNo, "watch-over", Map.of());
        return caseNo;
    }

    private void hold(String caseNo, String step, String username) {
        worklist.claim(story.item(caseNo, step).taskId(), story.member(username));
    }

    private void wait(String caseNo, WaitingKind kind, int days) {
        hold(caseNo, "firstInterview", "soudan");
        worklist.followUp(
                story.item(caseNo, "firstInterview").taskId(),
                story.today().plusDays(days),
                kind,
                null,
                story.member("soudan"));
    }

    private void worker(String username) {
        admin.createUser(username, "理由 " + username, "midorino", username);
        admin.grantRole(username, OFFICE, "consultant");
    }

    private void away(String username, String deputy) {
        var today = story.today();
        absences.register(
                new AbsencePlan(
                        username,
                        AbsenceKind.LEAVE,
                        today,
                        today.plusDays(3),
                        deputy == null ? Map.of() : Map.of(AbsencePlan.post(OFFICE, "consultant"), deputy)),
                story.member("coord"));
    }

    private void timers(String caseNo, int retries) {
        jdbc.queryForList(
                        "SELECT j.ID_ FROM ACT_RU_JOB j JOIN ACT_RU_EXECUTION p ON p.ID_ = j.PROCESS_INSTANCE_ID_"
                                + " WHERE p.BUSINESS_KEY_ = ?",
                        String.class,
                        caseNo)
                .forEach(job -> management.setJobRetries(job, retries));
    }
}
