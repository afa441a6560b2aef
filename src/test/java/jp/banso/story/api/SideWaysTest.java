package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.aftercare.Contact;
import jp.banso.aftercare.Employments;
import jp.banso.supportplan.SupportPeriod;
import jp.banso.supportplan.SupportPlans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the road turns: each way back, out or around leads somewhere, and nothing written is lost. */
@BansoTest
class SideWaysTest {

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    SupportPlans plans;

    @Autowired
    Employments employments;

    private Town town;
    private Road road;

    @BeforeEach
    void begin() {
        town = new Town(port, clock);
        road = new Road(town);
    }

    @Test
    void helloWorkDeclinesWithAReasonAndAcceptsTheSecondRequest() {
        String caseNo = road.toSupport(Map.of("contractorUsed", "no"));
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral");

        Task request = town.as("navi").task(caseNo, "acceptReferral");
        Map<String, Object> silent = town.as("navi").answer(request.taskId(), Map.of("hwAnswer", "declined"));
        silent.remove("declineReason");
        assertThat(town.as("navi").answers(request.taskId(), silent).refusedFields())
                .containsExactly("declineReason");
        town.as("navi")
                .completes(caseNo, "acceptReferral", Map.of("hwAnswer", "declined", "declineReason", "希望の職種が書かれていません"));

        Task again = town.as("coord").task(caseNo, "prepareReferral");
        assertThat(town.as("coord")
                        .get("/tasks/" + again.taskId())
                        .ok()
                        .path("form")
                        .toString())
                .contains("declineReason");
        town.as("coord").completes(caseNo, "prepareReferral", Map.of("hopeJob", "品出し"));
        town.as("sv").completes(caseNo, "approveReferral");
        town.as("navi").completes(caseNo, "acceptReferral", Map.of("hwAnswer", "accepted"));
        assertThat(steps(caseNo)).containsExactly("threeWayInterview");
        assertThat(story(caseNo))
                .containsSubsequence(
                        "prepareReferral",
                        "approveReferral",
                        "acceptReferral",
                        "prepareReferral",
                        "approveReferral",
                        "acceptReferral");
    }

    @Test
    void nobodyGoesAlongWhenTheEmployerDoesNotAgree() {
        String caseNo = road.toJobSearch();
        town.as("shuro").completes(caseNo, "jobConsult");
        town.as("shuro").completes(caseNo, "apply", Map.of("accompanyWanted", "yes"));
        town.as("shuro").completes(caseNo, "confirmConsents", Map.of("personConsent", "yes", "employerConsent", "no"));

        assertThat(steps(caseNo))
                .as("not accompanied, but the interview has a result")
                .containsExactly("recordResult");
        assertThat(story(caseNo)).doesNotContain("attendInterview");
    }

    @Test
    void theConditionsAreTalkedOverAfterThreeRejectionsAndNotBefore() {
        String caseNo = road.toJobSearch();
        road.appliesAndHears(caseNo, Map.of("interviewResult", "rejected"));
        assertThat(steps(caseNo)).containsExactly("jobConsult");
        road.appliesAndHears(caseNo, Map.of("interviewResult", "rejected"));
        assertThat(steps(caseNo)).containsExactly("jobConsult");
        road.appliesAndHears(caseNo, Map.of("interviewResult", "rejected"));
        assertThat(steps(caseNo)).containsExactly("relaxConditions");

        town.as("shuro").completes(caseNo, "relaxConditions", Map.of("relaxAgreed", "yes"));
        road.appliesAndHears(caseNo, Map.of("interviewResult", "hired", "employmentType", "part"));
        assertThat(employments.current(caseNo)).isPresent();
    }

    @Test
    void whoeverLosesTheJobInTheSecondMonthLooksForWorkAgainWithEverythingKept() {
        String caseNo = road.toJob();
        town.passes(70);
        town.as("shuro").completes(caseNo, "aftercare1w", Map.of("stillWorking", "yes"));
        town.as("shuro").completes(caseNo, "aftercare1m", Map.of("stillWorking", "yes"));
        town.as("shuro").completes(caseNo, "aftercare2m", Map.of("stillWorking", "no", "leaveReason", "health"));

        assertThat(steps(caseNo)).containsExactly("jobConsult");
        assertThat(town.as("soudan").opens(caseNo).path("stage").asText()).isEqualTo("JOB_SEARCH");
        assertThat(employments.current(caseNo)).isEmpty();
        assertThat(employments.ofCase(caseNo)).hasSize(1);
        assertThat(employments.contacts(caseNo))
                .filteredOn(Contact::cancelled)
                .extracting(Contact::step)
                .contains("aftercare3m");
        assertThat(story(caseNo)).containsSubsequence("recordResult", "aftercare1w", "aftercare1m", "aftercare2m");

        road.appliesAndHears(
                caseNo,
                Map.of("interviewResult", "hired", "jobStart", town.today().toString()));
        assertThat(employments.ofCase(caseNo)).hasSize(2);
    }

    @Test
    void aLostJobThatIsReportedAtTheCounterEndsTheContactsToo() {
        String caseNo = road.toJob();
        town.passes(40);
        town.as("soudan").reports(caseNo, "job-lost").ok();

        assertThat(steps(caseNo)).containsExactly("jobConsult");
        assertThat(town.as("soudan").opens(caseNo).path("stage").asText()).isEqualTo("JOB_SEARCH");
        assertThat(employments.current(caseNo)).as("the job is over").isEmpty();
        assertThat(employments.contacts(caseNo))
                .filteredOn(c -> c.doneOn() == null)
                .allMatch(Contact::cancelled);
    }

    @Test
    void whoDeclinesSupportIsWatchedOverAndReviewedAfterTwoMonths() {
        String caseNo = road.toAssessment();
        town.as("soudan").completes(caseNo, "intakeAssessment", Map.of("declinesButNeeded", "yes"));
        town.as("shunin").completes(caseNo, "decideCategory");
        SupportPeriod period = plans.period(caseNo).orElseThrow();
        assertThat(period.category()).isEqualTo("4");
        assertThat(period.aftercareMonths()).isZero();
        assertThat(period.reviewMonths()).isEqualTo(2);

        town.as("soudan").completes(caseNo, "contact", Map.of("contactNext", "continue"));
        assertThat(steps(caseNo)).as("the next contact is in two weeks").isEmpty();
        town.passes(15);
        assertThat(steps(caseNo)).containsExactly("contact");
        town.passesTo(town.today().minusDays(15).plusMonths(2).plusDays(1));
        assertThat(steps(caseNo)).containsExactly("watchReview");

        town.as("shunin").completes(caseNo, "watchReview", Map.of("watchNext", "assess"));
        assertThat(steps(caseNo)).containsExactly("intakeAssessment");
    }

    @Test
    void anUncertainCategoryIsAssessedAgain() {
        String caseNo = road.toCategory("5");
        assertThat(steps(caseNo)).containsExactly("reassess");
        assertThat(town.as("soudan").task(caseNo, "reassess").dueOn())
                .isAfterOrEqualTo(town.today().plusMonths(1));

        town.as("soudan").completes(caseNo, "reassess", Map.of("undetermined", "no"));
        town.as("shunin").completes(caseNo, "decideCategory", Map.of("category", "1-1"));

        assertThat(steps(caseNo)).containsExactly("draftPlan");
        assertThat(town.as("soudan").opens(caseNo).path("category").asText()).isEqualTo("1-1");
    }

    @Test
    void anotherAgencyTakesOverAndTheReceiptIsConfirmed() {
        String caseNo = road.toCategory("2-1");
        town.as("soudan").completes(caseNo, "accompanyHandover");
        assertThat(town.as("soudan").task(caseNo, "confirmReceipt").dueOn())
                .isAfterOrEqualTo(town.today().plusMonths(2));
        town.as("soudan").completes(caseNo, "confirmReceipt", Map.of("receipt", "again", "againReason", "担当が替わった"));
        town.as("soudan").completes(caseNo, "accompanyHandover");
        town.as("soudan").completes(caseNo, "confirmReceipt", Map.of("receipt", "confirmed"));
        assertThat(steps(caseNo)).containsExactly("evaluate");
    }

    @Test
    void withdrawnConsentClosesThePartnersViewAtOnce() {
        String caseNo = road.toSupport(Map.of());
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral");
        Task open = town.as("navi").task(caseNo, "acceptReferral");
        assertThat(town.as("npo").opens(caseNo).path("caseNo").asText()).isEqualTo(caseNo);
        Reply missing = town.as("navi").get("/cases/R99-99999").isNotHere();

        town.as("soudan").withdrawsConsent(caseNo).ok();

        for (String partner : List.of("navi", "npo")) {
            Worker worker = town.as(partner);
            assertThat(worker.get("/cases/" + caseNo).isNotHere().text()).isEqualTo(missing.text());
            worker.get("/tasks/" + open.taskId()).isNotHere();
            worker.post("/tasks/" + open.taskId() + "/claim", Map.of()).isNotHere();
            worker.answers(open.taskId(), Map.of("hwAnswer", "accepted")).isNotHere();
            for (String view : List.of("mine", "team", "unclaimed", "today", "overdue", "waiting")) {
                assertThat(worker.queue(view)).extracting(Task::caseNo).doesNotContain(caseNo);
            }
            assertThat(worker.get("/cases?limit=200").ok().findValuesAsText("caseNo"))
                    .doesNotContain(caseNo);
        }
        assertThat(steps(caseNo)).contains("respondToWithdrawal");
        Task answer = town.as("soudan").task(caseNo, "respondToWithdrawal");
        assertThat(answer.role()).isEqualTo("consultant");
        assertThat(answer.assignee()).as("the main worker has it").isEqualTo("soudan");

        town.as("soudan").completes(caseNo, "respondToWithdrawal", Map.of("withdrawalNext", "stop"));
        assertThat(steps(caseNo)).containsExactly("closeCase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved-out", "died", "stopped"})
    void whoeverMovesDiesOrStopsIsBroughtToClosing(String kind) {
        String caseNo = road.toJobSearch();
        town.as("soudan").reports(caseNo, kind).ok();
        assertThat(steps(caseNo)).containsExactly("closeCase");
        town.as("shunin").completes(caseNo, "closeCase");

        JsonNode file = town.as("soudan").opens(caseNo);
        assertThat(file.path("status").asText()).isEqualTo("closed");
        assertThat(file.path("tasks")).isEmpty();
        assertThat(story(caseNo)).contains("firstInterview", "supportDecision", "closeCase");
    }

    private List<String> steps(String caseNo) {
        return town.as("soudan").tasks(caseNo).stream().map(Task::step).toList();
    }

    private List<String> story(String caseNo) {
        List<String> steps = new java.util.ArrayList<>();
        town.as("soudan")
                .opens(caseNo)
                .path("events")
                .forEach(event -> steps.add(0, event.path("step").asText()));
        return steps;
    }
}
