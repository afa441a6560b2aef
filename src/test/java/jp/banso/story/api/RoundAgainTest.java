package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.supportplan.SupportPlan;
import jp.banso.supportplan.SupportPlans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Work that is handed back, waits or ends early: the next step is always somebody's, or the case is closed. */
@BansoTest
class RoundAgainTest {

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    SupportPlans plans;

    private Town town;
    private Road road;

    @BeforeEach
    void begin() {
        town = new Town(port, clock);
        road = new Road(town);
    }

    @Test
    void aPlanGoesBackUntilChiefMeetingAndManagerAgree() {
        String caseNo = road.toCategory("1-1");
        Worker consultant = town.as("soudan");
        Map<String, String> alone = Map.of("contractorUsed", "no", "usesHellowork", "no");
        consultant.completes(caseNo, "draftPlan", alone);
        town.as("shunin").completes(caseNo, "chiefCheck", Map.of("chiefDecision", "return"));
        assertThat(steps(caseNo)).containsExactly("draftPlan");

        consultant.completes(caseNo, "draftPlan");
        town.as("shunin").completes(caseNo, "chiefCheck");
        consultant.completes(caseNo, "signPlan");
        town.meets(caseNo, "held");
        assertThat(steps(caseNo)).as("waits for the next meeting").isEmpty();
        town.meets(caseNo, "returned");
        assertThat(steps(caseNo)).containsExactly("draftPlan");
        assertThat(stage(caseNo)).isEqualTo("PLAN");

        consultant.completes(caseNo, "draftPlan");
        town.as("shunin").completes(caseNo, "chiefCheck");
        consultant.completes(caseNo, "signPlan");
        town.meets(caseNo, "conditional");
        town.as("kacho").completes(caseNo, "supportDecision", Map.of("supportDecision", "rejected"));
        assertThat(steps(caseNo)).containsExactly("draftPlan");
    }

    @Test
    void aReferralGoesBackToWhoPreparedIt() {
        String caseNo = road.toSupport(Map.of("contractorUsed", "no"));
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral", Map.of("referralApproval", "returned"));
        assertThat(town.as("coord").task(caseNo, "prepareReferral").assignee()).isEqualTo("coord");
        town.as("coord").completes(caseNo, "prepareReferral", Map.of("referralAction", "withdraw"));
        assertThat(steps(caseNo)).as("support goes on without Hello Work").containsExactly("jobConsult");
    }

    @Test
    void whoLacksOneOfTheFourConditionsIsNotReferred() {
        String caseNo = road.toSupport(Map.of("contractorUsed", "no"));
        town.as("coord").completes(caseNo, "prepareReferral", Map.of("noBarrier", "no"));
        assertThat(steps(caseNo)).containsExactly("jobConsult");
    }

    @Test
    void supportGoesOnWithoutPartnersWhenOnlyConsentIsWithdrawn() {
        String caseNo = road.toSupport(Map.of());
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral");
        town.as("soudan").withdrawsConsent(caseNo).ok();
        town.as("soudan").completes(caseNo, "respondToWithdrawal", Map.of("withdrawalNext", "continue"));

        Task left = town.as("coord").task(caseNo, "acceptReferral");
        assertThat(left.role())
                .as("nobody at Hello Work may see it; the coordinator brings it home")
                .isEqualTo("coordinator");
        town.as("coord").completes(caseNo, "acceptReferral", Map.of("hwAnswer", "declined"));
        town.as("coord").completes(caseNo, "prepareReferral", Map.of("referralAction", "withdraw"));
        assertThat(town.as("shuro").task(caseNo, "jobConsult").role()).isEqualTo("employment-supporter");
    }

    @Test
    void whoWaitsForAResultIsAskedAgainAfterAWeek() {
        String caseNo = road.toJobSearch();
        road.appliesAndHears(caseNo, Map.of("interviewResult", "pending"));
        assertThat(steps(caseNo)).isEmpty();
        assertThat(stage(caseNo)).isEqualTo("JOB_SEARCH");
        town.passes(8);
        town.as("shuro").completes(caseNo, "recordResult", Map.of("interviewResult", "no-show"));
        assertThat(steps(caseNo)).containsExactly("jobConsult");
    }

    @Test
    void aMonitoringCanEndSupportAndEverythingThatIsOpen() {
        String caseNo = road.toJobSearch();
        town.passesTo(town.today().plusMonths(3).plusDays(1));
        assertThat(steps(caseNo)).contains("monitoring", "jobConsult", "ledgerCheck");
        town.as("soudan").completes(caseNo, "monitoring", Map.of("reviewNeeded", "yes"));
        town.as("soudan").completes(caseNo, "evaluate", Map.of("conclusion", "close", "closureReason", "goal"));
        town.as("shunin").completes(caseNo, "closureReview", Map.of("closureDecision", "returned"));
        town.as("soudan").completes(caseNo, "evaluate", Map.of("conclusion", "close", "closureReason", "goal"));
        town.as("shunin").completes(caseNo, "closureReview");
        town.as("shunin").completes(caseNo, "closeCase");
        assertThat(steps(caseNo)).isEmpty();
        assertThat(status(caseNo)).isEqualTo("closed");
    }

    @Test
    void whoIsSupportedForMoreThanAYearIsStillMonitoredEveryThreeMonths() {
        String caseNo = road.toJobSearch();
        town.passesTo(town.today().plusMonths(15).plusDays(1));
        assertThat(steps(caseNo)).filteredOn("monitoring"::equals).hasSize(5);
        assertThat(steps(caseNo))
                .as("the ledger is checked for twelve months")
                .filteredOn("ledgerCheck"::equals)
                .hasSize(12);
    }

    @Test
    void aNewPlanFollowsWhenTheFirstOneIsOver() {
        String caseNo = road.toJobSearch();
        town.as("shuro").completes(caseNo, "jobConsult", Map.of("consultNext", "expired"));
        town.as("soudan").completes(caseNo, "evaluate", Map.of("conclusion", "replan"));
        assertThat(steps(caseNo)).containsExactly("draftPlan");
        road.plans(caseNo, Map.of("contractorUsed", "no", "usesHellowork", "no"));
        assertThat(steps(caseNo)).containsExactly("jobConsult");
        assertThat(plans.ofCase(caseNo)).extracting(SupportPlan::planNo).containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource({"info-only, closed", "discontinued, closed", "refer-out, open", "consent-first, open"})
    void nobodyIsLeftOpenWithoutAStep(String screening, String status) {
        Worker consultant = town.as("soudan");
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        consultant.completes(caseNo, "obtainConsent");
        consultant.completes(caseNo, "firstInterview");
        consultant.completes(caseNo, "judgeEmergency");
        consultant.completes(caseNo, "screen", Map.of("screeningResult", screening));
        assertThat(status(caseNo)).isEqualTo(status);
        assertThat(steps(caseNo).isEmpty()).isEqualTo(status.equals("closed"));
    }

    @Test
    void whoOnlyWantsAdviceIsClosedAfterIt() {
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        town.as("soudan").completes(caseNo, "obtainConsent", Map.of("consentOutcome", "consult-only"));
        assertThat(steps(caseNo)).isEmpty();
        assertThat(status(caseNo)).isEqualTo("closed");
    }

    private List<String> steps(String caseNo) {
        return town.as("soudan").tasks(caseNo).stream().map(Task::step).toList();
    }

    private String stage(String caseNo) {
        return town.as("soudan").opens(caseNo).path("stage").asText();
    }

    private String status(String caseNo) {
        return town.as("soudan").opens(caseNo).path("status").asText();
    }
}
