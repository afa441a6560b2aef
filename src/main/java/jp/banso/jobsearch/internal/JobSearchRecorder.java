package jp.banso.jobsearch.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.banso.aftercare.Employments;
import jp.banso.formrecord.Answer;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import jp.banso.jobsearch.JobApplication;
import jp.banso.jobsearch.JobCondition;
import jp.banso.jobsearch.JobSearches;
import jp.banso.text.RowId;
import org.springframework.stereotype.Component;

/** Consulting, applying, and what came of it. A job found starts an employment. */
@Component
class JobSearchRecorder implements StepRecorder {

    private static final Set<String> JOB_FOUND = Set.of("hired", "trial");

    private final JobMapper jobs;
    private final JobSearches searches;
    private final Employments employments;
    private final Clock clock;

    JobSearchRecorder(JobMapper jobs, JobSearches searches, Employments employments, Clock clock) {
        this.jobs = jobs;
        this.searches = searches;
        this.employments = employments;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("jobConsult", "apply", "recordResult", "relaxConditions");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        var answer = step.answer();
        var today = step.at().toLocalDate();
        switch (step.step()) {
            case "jobConsult" ->
                jobs.insertConsultation(
                        id(),
                        step.businessKey(),
                        answer.date("consultedOn").orElse(today),
                        answer.text("consultMethod").orElse(null),
                        answer.text("consultNext").orElse(null),
                        step.by().username());
            case "apply" ->
                jobs.insertApplication(
                        application(step, answer.date("appliedOn").orElse(today)));
            case "relaxConditions" ->
                jobs.insertCondition(new JobCondition(
                        id(),
                        step.businessKey(),
                        answer.date("relaxedOn").orElse(today),
                        answer.text("conditionsBefore").orElse(null),
                        answer.text("conditionsAfter").orElse(null),
                        lastNumber(step),
                        step.by().username()));
            default -> {
                return result(step);
            }
        }
        return StepOutcome.NOTHING;
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        var today = LocalDate.now(clock).toString();
        return switch (step) {
            case "jobConsult" -> Map.of("consultedOn", today);
            case "apply" -> Map.of("appliedOn", today);
            case "recordResult" ->
                jobs.applications(businessKey).stream()
                        .filter(JobApplication::open)
                        .findFirst()
                        .<Map<String, Object>>map(a -> Map.of("employerName", a.employer(), "resultOn", today))
                        .orElse(Map.of("resultOn", today));
            default -> Map.of();
        };
    }

    private StepOutcome result(CompletedStep step) {
        var answer = step.answer();
        var result = answer.text("interviewResult").orElse("pending");
        var open = jobs.applications(step.businessKey()).stream()
                .filter(JobApplication::open)
                .findFirst();
        var applicationId = open.map(JobApplication::applicationId).orElseGet(() -> {
            // A job can come without an application that was recorded before.
            var found = application(step, step.at().toLocalDate());
            jobs.insertApplication(found);
            return found.applicationId();
        });
        jobs.setResult(
                applicationId,
                result,
                answer.date("resultOn").orElse(step.at().toLocalDate()),
                String.join(",", answer.choices("rejectReasons")));
        if (JOB_FOUND.contains(result)) {
            startJob(step, answer, result);
        }
        return StepOutcome.facts(Map.of("rejections", searches.rejections(step.businessKey())));
    }

    private void startJob(CompletedStep step, Answer answer, String result) {
        employments.start(
                step.businessKey(),
                answer.text("employerName").orElse(""),
                answer.text("jobTitle").orElse(null),
                answer.text("employmentType").orElse(null),
                result.equals("trial"),
                answer.date("jobStart").orElse(step.at().toLocalDate()));
    }

    private JobApplication application(CompletedStep step, LocalDate appliedOn) {
        var answer = step.answer();
        return new JobApplication(
                id(),
                step.businessKey(),
                lastNumber(step) + 1,
                appliedOn,
                answer.text("employerName").orElse(""),
                answer.text("jobTitle").orElse(null),
                answer.text("jobNumber").orElse(null),
                answer.text("applicationRoute").orElse(null),
                answer.date("interviewDate").orElse(null),
                answer.is("accompanyWanted", "yes"),
                null,
                null,
                "",
                step.by().username());
    }

    private int lastNumber(CompletedStep step) {
        return jobs.applications(step.businessKey()).stream()
                .mapToInt(JobApplication::applicationNo)
                .max()
                .orElse(0);
    }

    private static String id() {
        return RowId.next();
    }
}
