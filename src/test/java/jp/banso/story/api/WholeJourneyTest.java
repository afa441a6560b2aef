package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.calendar.DueRule;
import jp.banso.calendar.WorkingCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One person from the counter to closing after the contact of the third month: at every point the right step is open,
 * for the right role, due on the right day, and whoever completes it needs nothing but the API.
 */
@BansoTest
class WholeJourneyTest {

    private static final String OFFICE = "midorino-main";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    WorkingCalendar calendar;

    private Town town;
    private String caseNo = "";

    @BeforeEach
    void onAnOpenDay() {
        town = new Town(port, clock);
        town.passesTo(calendar.nextOpen(town.today().plusDays(1), OFFICE));
    }

    @Test
    void onePersonWalksTheWholeJourney() {
        reception();
        triage();
        planning();
        meeting();
        referral();
        interviewWithCompany();
        LocalDate jobStart = hired();
        aftercare(jobStart);
        closing();
    }

    private void reception() {
        Map<String, Object> person = Town.stranger();
        caseNo = town.as("uketsuke").receives(person);
        assertThat(caseNo).matches("R\\d{2}-\\d{5}");
        opens("soudan", "obtainConsent", "RECEPTION", "+3営");
        JsonNode file = town.as("soudan").opens(caseNo);
        assertThat(file.path("displayName").asText()).isEqualTo(person.get("name"));
        assertThat(file.path("status").asText()).isEqualTo("open");
        assertThat(file.path("office").asText()).isEqualTo(OFFICE);
        assertThat(file.path("dates").path("openedOn").asText())
                .isEqualTo(town.today().toString());

        Worker consultant = town.as("soudan");
        assertThat(consultant.queue("unclaimed")).extracting(Task::caseNo).contains(caseNo);
        Task claimed = consultant.claims(consultant.task(caseNo, "obtainConsent"));
        assertThat(claimed.assignee()).isEqualTo("soudan");
        assertThat(consultant.queue("mine")).contains(consultant.task(caseNo, "obtainConsent"));
        assertThat(consultant.queue("unclaimed")).extracting(Task::caseNo).doesNotContain(caseNo);
        completes("soudan", "obtainConsent", "firstInterview");
    }

    private void triage() {
        opens("soudan", "firstInterview", "FIRST_INTERVIEW", "+5営");
        completes("soudan", "firstInterview", "judgeEmergency");
        opens("soudan", "judgeEmergency", "FIRST_INTERVIEW", "当日");
        completes("soudan", "judgeEmergency", "screen");
        opens("soudan", "screen", "FIRST_INTERVIEW", "+10営");
        completes("soudan", "screen", "intakeAssessment");
        opens("soudan", "intakeAssessment", "ASSESSMENT", "+14日");
        town.as("soudan").completes(caseNo, "intakeAssessment", Map.of("specialistNeeded", "yes"));
        opens("shuro", "specialistView", "ASSESSMENT", "+7日");
        completes("shuro", "specialistView", "decideCategory");
        Task decision = opens("shunin", "decideCategory", "CATEGORY", "+5営");
        assertThat(decision.role()).isEqualTo("chief-consultant");
        JsonNode proposed = town.as("shunin")
                .get("/tasks/" + decision.taskId())
                .ok()
                .path("data")
                .path("category");
        assertThat(proposed.asText())
                .as("the category the decision table proposes")
                .isEqualTo("1-1");
        completes("shunin", "decideCategory", "draftPlan");
        assertThat(town.as("soudan").opens(caseNo).path("category").asText()).isEqualTo("1-1");
    }

    private void planning() {
        opens("soudan", "draftPlan", "PLAN", "+30日");
        assertThat(steps("npo"))
                .as("the contractor sees nothing before a plan names it")
                .isNull();
        completes("soudan", "draftPlan", "goalSetting");
        assertThat(steps("npo")).as("it agrees on the goal").contains("goalSetting");
        opens("cw", "goalSetting", "PLAN", "+10営");
        completes("cw", "goalSetting", "chiefCheck");
        opens("shunin", "chiefCheck", "PLAN", "+3営");
        completes("shunin", "chiefCheck", "signPlan");
        town.as("soudan").completes(caseNo, "signPlan");
        assertThat(stage()).isEqualTo("MEETING");
        assertThat(steps("soudan")).as("the case waits for the meeting").isEmpty();
    }

    private void meeting() {
        String meetingId = town.meetingOf(caseNo);
        JsonNode planned = town.as("shunin").get("/meetings/" + meetingId).ok();
        assertThat(planned.path("undecided").asInt()).isPositive();
        LocalDate heldOn = LocalDate.parse(planned.path("heldOn").asText());
        town.passesTo(heldOn);
        town.as("jimu").completes(meetingId, "prepareAgenda");

        Reply tooEarly = town.as("shunin").post("/meetings/" + meetingId + "/confirm", Map.of());
        assertThat(tooEarly.refusedFields()).contains("result-" + caseNo);
        assertThat(steps("kacho"))
                .as("nothing moves before the meeting is confirmed")
                .isEmpty();

        planned.path("items")
                .findValuesAsText("caseNo")
                .forEach(each -> town.decides(meetingId, each, each.equals(caseNo) ? "approved" : "held"));
        town.as("shunin").post("/meetings/" + meetingId + "/confirm", Map.of()).ok();
        Task decision = opens("kacho", "supportDecision", "DECISION", "+5営");
        assertThat(decision.role()).isEqualTo("manager");
        completes("kacho", "supportDecision", "prepareReferral");
    }

    private void referral() {
        opens("coord", "prepareReferral", "REFERRAL", "+5営");
        completes("coord", "prepareReferral", "approveReferral");
        Task approval = opens("sv", "approveReferral", "REFERRAL", "+2営");
        assertThat(approval.role()).isEqualTo("inspector");
        assertThat(steps("navi"))
                .as("Hello Work sees nothing before the request is approved")
                .isNull();
        completes("sv", "approveReferral", "acceptReferral");
        Task acceptance = opens("navi", "acceptReferral", "REFERRAL", "+5営");
        assertThat(acceptance.role()).isEqualTo("hw-navigator");
        assertThat(acceptance.office()).isEqualTo("hw-midorino");
        completes("navi", "acceptReferral", "threeWayInterview");
        opens("shuro", "threeWayInterview", "REFERRAL", "+14日");
        completes("shuro", "threeWayInterview", "selectMenu");
        opens("navi", "selectMenu", "REFERRAL", "当日");
        completes("navi", "selectMenu", "jobConsult");
    }

    private void interviewWithCompany() {
        opens("navi", "jobConsult", "JOB_SEARCH", "+14日");
        completes("navi", "jobConsult", "apply");
        opens("navi", "apply", "JOB_SEARCH", "+7日");
        LocalDate interview = calendar.plusWorkingDays(town.today(), 5, OFFICE);
        town.as("navi")
                .completes(
                        caseNo,
                        "apply",
                        Map.of(
                                "employerName",
                                "架空青果",
                                "jobTitle",
                                "品出し",
                                "interviewSet",
                                "yes",
                                "interviewDate",
                                interview.toString(),
                                "accompanyWanted",
                                "yes"));
        assertThat(town.as("npo").task(caseNo, "confirmConsents").dueOn())
                .isEqualTo(calendar.plusWorkingDays(town.today(), 2, OFFICE));
        town.as("npo").completes(caseNo, "confirmConsents", Map.of("personConsent", "yes", "employerConsent", "yes"));
        town.passesTo(interview);
        assertThat(town.as("npo").task(caseNo, "attendInterview").dueOn()).isEqualTo(interview);
        completes("npo", "attendInterview", "debrief");
        opens("npo", "debrief", "JOB_SEARCH", "+3営");
        completes("npo", "debrief", "recordResult");
        opens("navi", "recordResult", "JOB_SEARCH", "+7日");
    }

    private LocalDate hired() {
        LocalDate jobStart = town.today();
        town.as("navi")
                .completes(
                        caseNo,
                        "recordResult",
                        Map.of("interviewResult", "hired", "jobStart", jobStart.toString(), "wage", 1100));
        assertThat(stage()).isEqualTo("EMPLOYMENT");
        assertThat(steps("shuro")).as("the first contact comes on its day").isEmpty();
        return jobStart;
    }

    private void aftercare(LocalDate jobStart) {
        contactAppears("aftercare1w", jobStart.plusDays(7));
        contactAppears("aftercare1m", jobStart.plusMonths(1));
        contactAppears("aftercare2m", jobStart.plusMonths(2));
        contactAppears("aftercare3m", jobStart.plusMonths(3));
        Task judgement = town.as("soudan").task(caseNo, "retentionJudge");
        assertThat(judgement.dueOn())
                .isEqualTo(
                        calendar.due(DueRule.parse("P3M+5営"), jobStart, OFFICE).date());
        town.as("soudan").completes(caseNo, "retentionJudge", Map.of("retentionResult", "kept"));
    }

    private void contactAppears(String step, LocalDate day) {
        LocalDate open = calendar.nextOpen(day, OFFICE);
        town.passesTo(open.minusDays(1));
        assertThat(steps("shuro")).doesNotContain(step);
        town.passesTo(open);
        assertThat(town.as("shuro").task(caseNo, step).dueOn()).isEqualTo(open);
        assertThat(town.as("shuro").queue("today")).extracting(Task::caseNo).contains(caseNo);
        town.as("shuro").completes(caseNo, step, Map.of("stillWorking", "yes"));
    }

    private void closing() {
        town.as("soudan").completes(caseNo, "monitoring");
        Task evaluation = town.as("soudan").task(caseNo, "evaluate");
        assertThat(evaluation.process()).isEqualTo("evaluation-closure");
        completes("soudan", "evaluate", "closureReview");
        completes("shunin", "closureReview", "closeCase");
        opens("shunin", "closeCase", "CLOSURE", "+5営");
        town.as("shunin").completes(caseNo, "closeCase", Map.of("closureReason", "job"));

        JsonNode file = town.as("soudan").opens(caseNo);
        assertThat(file.path("status").asText()).isEqualTo("closed");
        assertThat(file.path("dates").path("closedOn").asText())
                .isEqualTo(town.today().toString());
        assertThat(file.path("tasks")).isEmpty();
        assertThat(story(file))
                .containsSubsequence(
                        "registerConsultation",
                        "obtainConsent",
                        "firstInterview",
                        "judgeEmergency",
                        "screen",
                        "intakeAssessment",
                        "specialistView",
                        "decideCategory",
                        "draftPlan",
                        "goalSetting",
                        "chiefCheck",
                        "signPlan",
                        "holdMeeting",
                        "supportDecision",
                        "prepareReferral",
                        "approveReferral",
                        "acceptReferral",
                        "threeWayInterview",
                        "selectMenu",
                        "jobConsult",
                        "apply",
                        "confirmConsents",
                        "attendInterview",
                        "debrief",
                        "recordResult",
                        "aftercare1w",
                        "aftercare1m",
                        "aftercare2m",
                        "aftercare3m",
                        "retentionJudge",
                        "monitoring",
                        "evaluate",
                        "closureReview",
                        "closeCase");
    }

    /** The step is open for this person, due by the rule, and the case is at the stage. */
    private Task opens(String user, String step, String stage, String rule) {
        Task task = town.as(user).task(caseNo, step);
        assertThat(task.dueOn())
                .as("%s is due %s", step, rule)
                .isEqualTo(
                        calendar.due(DueRule.parse(rule), town.today(), OFFICE).date());
        assertThat(task.overdueDays()).isZero();
        assertThat(task.state()).isEqualTo("open");
        assertThat(stage()).as("stage at %s", step).isEqualTo(stage);
        JsonNode whole = town.as(user).get("/tasks/" + task.taskId()).ok();
        assertThat(fields(whole)).containsAll(Task.FIELDS).contains("form", "data", "draft");
        assertThat(whole.path("form").path("id").asText()).isEqualTo(step);
        JsonNode queue = town.as(user).get("/worklist?view=team&limit=200").ok();
        assertThat(fields(queue.path("counts")))
                .containsExactlyInAnyOrder("mine", "team", "unclaimed", "today", "overdue", "waiting");
        return task;
    }

    private void completes(String user, String step, String next) {
        List<Task> open = town.as(user).completes(caseNo, step);
        assertThat(open)
                .as("open after %s", step)
                .extracting(Task::step)
                .contains(next)
                .doesNotContain(step);
    }

    private String stage() {
        return town.as("soudan").opens(caseNo).path("stage").asText();
    }

    /** Steps the user sees on the case; null when the case is not there for them. */
    private @org.jspecify.annotations.Nullable List<String> steps(String user) {
        Reply reply = town.as(user).get("/cases/" + caseNo);
        return reply.status() == 404
                ? null
                : Task.list(reply.ok().path("tasks")).stream().map(Task::step).toList();
    }

    private static List<String> story(JsonNode file) {
        List<String> steps = new ArrayList<>();
        file.path("events").forEach(event -> steps.add(0, event.path("step").asText()));
        return steps;
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
