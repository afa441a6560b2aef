package jp.banso.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.aftercare.Contact;
import jp.banso.aftercare.Employments;
import jp.banso.casefile.CaseFiles;
import jp.banso.evaluation.Evaluations;
import jp.banso.hellowork.Referrals;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.ItemDecision;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.meeting.NewMeeting;
import jp.banso.people.Visitor;
import jp.banso.processengine.EngineClock;
import jp.banso.supportplan.SupportPlans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BansoTest
class JobStoryTest {

    @Autowired
    private JourneyDriver story;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private SupportPlans plans;

    @Autowired
    private Referrals referrals;

    @Autowired
    private JobSearches searches;

    @Autowired
    private Employments employments;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Agendas agendas;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void thirdRejectionInARowLeadsToTalkingAboutConditions() {
        var caseNo = story.open("南雲 恵子", "job-search", Map.of());
        cases.recordConsent(caseNo, story.today(), Set.of("hellowork"), Set.of("attribute"), "soudan");
        cases.share(caseNo, "hw-midorino");
        reject(caseNo);
        reject(caseNo);
        assertThat(searches.rejections(caseNo)).isEqualTo(2);
        assertThat(story.open(caseNo)).contains("jobConsult").doesNotContain("relaxConditions");
        reject(caseNo);

        assertThat(story.open(caseNo)).contains("relaxConditions");
        story.complete(caseNo, "relaxConditions", "navi", "conditionsBefore", "事務のみ", "conditionsAfter", "事務と軽作業");
        assertThat(searches.rejections(caseNo)).as("counts anew").isZero();
        assertThat(searches.conditions(caseNo)).singleElement().satisfies(c -> assertThat(c.afterText())
                .isEqualTo("事務と軽作業"));
        assertThat(story.open(caseNo)).contains("jobConsult");
    }

    @Test
    void aResultThatIsStillPendingIsAskedAgainInTimeAndNotBornLate() {
        var caseNo = story.open("南雲 待子", "job-search", Map.of());
        cases.recordConsent(caseNo, story.today(), Set.of("hellowork"), Set.of("attribute"), "soudan");
        cases.share(caseNo, "hw-midorino");
        apply(caseNo);
        engineClock.advanceTo(LocalDateTime.now(clock).plusDays(20));
        story.complete(caseNo, "recordResult", "navi", "employerName", "あおぞら清掃（架空）", "interviewResult", "pending");
        engineClock.advanceTo(LocalDateTime.now(clock).plusDays(7).plusHours(1));

        assertThat(story.item(caseNo, "recordResult").dueAt().toLocalDate())
                .isAfterOrEqualTo(story.today().plusDays(7));
    }

    @Test
    void noAccompanimentWithoutTheEmployersConsent() {
        var caseNo = story.open(
                "百瀬 清",
                "interview-accompaniment",
                Map.of("interviewDate", story.today().plusDays(7).toString()));
        story.complete(caseNo, "confirmConsents", "shuro", "personConsent", "yes", "employerConsent", "no");

        assertThat(story.open(caseNo)).doesNotContain("attendInterview");
        assertThat(searches.accompaniments(caseNo)).singleElement().satisfies(a -> assertThat(a.attendedOn())
                .isNull());
    }

    @Test
    void onePersonFromTheCounterToAJobThreeMonthsAndTheEnd() {
        var caseNo = throughTriage("森下 和也");
        var period = plans.period(caseNo).orElseThrow();
        assertThat(period.endsOn()).isEqualTo(period.startsOn().plusMonths(12).minusDays(1));
        assertThat(cases.require(caseNo).category()).isEqualTo("1-1");

        throughPlan(caseNo);
        assertThat(cases.find(caseNo, story.member("npo")))
                .as("the contractor of the plan sees the case")
                .isPresent();
        assertThat(cases.find(caseNo, story.member("npo2"))).isEmpty();
        assertThat(cases.find(caseNo, story.member("navi"))).isEmpty();

        throughReferral(caseNo);
        throughApplication(caseNo);
        throughAftercare(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo("closed");
        assertThat(evaluations.ofCase(caseNo)).first().satisfies(e -> assertThat(e.closureReason())
                .isEqualTo("job"));
    }

    private String throughTriage(String name) {
        var caseNo = story.open(name, "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        story.complete(
                caseNo,
                "obtainConsent",
                "soudan",
                "consentOutcome",
                "agreed",
                "recipients",
                List.of("welfare", "hellowork", "contractor"),
                "infoTypes",
                List.of("attribute", "history"));
        assertThat(cases.consentedRecipients(caseNo)).contains("hellowork", "contractor");
        story.complete(caseNo, "firstInterview", "soudan", "applied", "yes");
        story.complete(caseNo, "judgeEmergency", "soudan", "emergency", "no");
        story.complete(caseNo, "screen", "soudan", "screeningResult", "plan");
        story.complete(
                caseNo,
                "intakeAssessment",
                "soudan",
                "specialistNeeded",
                "no",
                "welfareNeeded",
                "no",
                "declinesButNeeded",
                "no",
                "undetermined",
                "no",
                "infoOnly",
                "no",
                "otherAgency",
                "no",
                "priority",
                "employment");
        story.complete(caseNo, "decideCategory", "shunin", "category", "1-1");
        return caseNo;
    }

    private void throughPlan(String caseNo) {
        story.complete(
                caseNo,
                "draftPlan",
                "soudan",
                "usesHellowork",
                "yes",
                "contractorUsed",
                "yes",
                "contractorOffice",
                "npo-michishirube",
                "goal1",
                "週30時間の仕事に就く");
        story.complete(caseNo, "goalSetting", "cw");
        story.complete(caseNo, "chiefCheck", "shunin", "chiefDecision", "ok");
        story.complete(caseNo, "signPlan", "soudan");
        meetings.of(story.member("shunin")).stream()
                .filter(Meeting::planned)
                .forEach(left -> meetings.cancel(left, story.member("shunin")));
        var meeting = meetings.plan(
                new NewMeeting("midorino", "midorino-main", "regular", story.today(), "14:00", "第3会議室"),
                story.member("jimu"));
        story.complete(meeting.meetingId(), "prepareAgenda", "jimu");
        agendas.items(meeting.meetingId())
                .forEach(item -> agendas.decide(
                        meeting,
                        item.caseNo(),
                        item.caseNo().equals(caseNo)
                                ? new ItemDecision("approved", "soudan", null, null)
                                : new ItemDecision("held", null, null, null),
                        story.member("shunin")));
        meetings.confirm(meeting, Map.of(), story.member("shunin"));
        story.complete(caseNo, "supportDecision", "kacho", "supportDecision", "approved");
    }

    private void throughReferral(String caseNo) {
        story.complete(
                caseNo,
                "prepareReferral",
                "coord",
                "referralAction",
                "send",
                "helloworkOffice",
                "hw-midorino",
                "capable",
                "yes",
                "willing",
                "yes",
                "noBarrier",
                "yes");
        story.complete(caseNo, "approveReferral", "sv", "referralApproval", "approved");
        assertThat(cases.find(caseNo, story.member("navi"))).isPresent();
        story.complete(caseNo, "acceptReferral", "navi", "hwAnswer", "declined", "declineReason", "体調が整ってから");
        assertThat(referrals.current(caseNo).orElseThrow().declineReason()).isEqualTo("体調が整ってから");
        story.complete(
                caseNo,
                "prepareReferral",
                "coord",
                "referralAction",
                "send",
                "helloworkOffice",
                "hw-midorino",
                "capable",
                "yes",
                "willing",
                "yes",
                "noBarrier",
                "yes");
        story.complete(caseNo, "approveReferral", "sv", "referralApproval", "approved");
        story.complete(caseNo, "acceptReferral", "navi", "hwAnswer", "accepted");
        story.complete(caseNo, "threeWayInterview", "shuro");
        story.complete(caseNo, "selectMenu", "shuro");
        assertThat(referrals.ofCase(caseNo)).extracting("status").containsExactly("accepted", "declined");
    }

    private void throughApplication(String caseNo) {
        story.complete(caseNo, "jobConsult", "navi", "consultNext", "apply");
        story.complete(
                caseNo,
                "apply",
                "navi",
                "employerName",
                "架空物流サービス株式会社",
                "jobTitle",
                "倉庫内の仕分け",
                "interviewSet",
                "yes",
                "interviewDate",
                story.today().toString(),
                "accompanyWanted",
                "yes");
        story.complete(caseNo, "confirmConsents", "npo", "personConsent", "yes", "employerConsent", "yes");
        story.complete(caseNo, "attendInterview", "npo", "personCame", "yes");
        story.complete(caseNo, "debrief", "npo");
        story.complete(
                caseNo,
                "recordResult",
                "navi",
                "employerName",
                "架空物流サービス株式会社",
                "jobTitle",
                "倉庫内の仕分け",
                "interviewResult",
                "hired",
                "jobStart",
                story.today().minusMonths(2).minusDays(20).toString());
        assertThat(employments.current(caseNo).orElseThrow().employer()).isEqualTo("架空物流サービス株式会社");
    }

    private void throughAftercare(String caseNo) {
        assertThat(employments.contacts(caseNo))
                .extracting(Contact::step)
                .containsExactly("aftercare1w", "aftercare1m", "aftercare2m", "aftercare3m", "retentionJudge");
        engineClock.advanceTo(LocalDateTime.now(clock).plusMinutes(2));
        story.complete(caseNo, "aftercare1w", "npo", "stillWorking", "yes");
        assertThat(employments.contacts(caseNo).get(0).doneOn()).isEqualTo(story.today());
        story.complete(caseNo, "aftercare1m", "npo", "stillWorking", "no", "leaveReason", "health");
        assertThat(employments.current(caseNo)).isEmpty();
        assertThat(employments.ofCase(caseNo).get(0).endReason()).isEqualTo("health");
        assertThat(story.open(caseNo)).as("back to the job search").contains("jobConsult");
        assertThat(searches.applications(caseNo)).hasSize(1);

        tabsRender(caseNo);
        story.complete(caseNo, "jobConsult", "navi", "consultNext", "stop");
        closes(caseNo);
    }

    private void tabsRender(String caseNo) {
        var page = Visitor.signedIn(port, "soudan");
        for (var tab : List.of("plan", "referral", "applications", "jobs", "aftercare", "evaluation")) {
            assertThat(page.get("/cases/" + caseNo + "?tab=" + tab).statusCode())
                    .as(tab)
                    .isEqualTo(200);
        }
        assertThat(page.get("/cases/" + caseNo).body()).contains("次の確認").contains("週30時間の仕事に就く");
        assertThat(page.get("/cases/" + caseNo + "?tab=aftercare").body()).contains("離職のため取りやめ");
        assertThat(page.get("/cases/" + caseNo + "?tab=referral").body()).contains("体調が整ってから");
    }

    private void closes(String caseNo) {
        assertThat(story.open(caseNo)).contains("evaluate");
        story.complete(caseNo, "evaluate", "soudan", "conclusion", "close", "closureReason", "job");
        story.complete(caseNo, "closureReview", "shunin", "closureDecision", "approved");
        story.complete(caseNo, "closeCase", "shunin", "closureReason", "job");
        assertThat(story.open(caseNo)).isEqualTo(Set.of());
    }

    private void apply(String caseNo) {
        story.complete(caseNo, "jobConsult", "navi", "consultNext", "apply");
        story.complete(
                caseNo,
                "apply",
                "navi",
                "employerName",
                "あおぞら清掃（架空）",
                "interviewSet",
                "yes",
                "interviewDate",
                story.today().toString(),
                "accompanyWanted",
                "no");
    }

    private void reject(String caseNo) {
        apply(caseNo);
        story.complete(
                caseNo,
                "recordResult",
                "navi",
                "employerName",
                "あおぞら清掃（架空）",
                "interviewResult",
                "rejected",
                "rejectReasons",
                List.of("skill"));
    }
}
