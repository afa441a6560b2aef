package jp.banso.aftercare.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.banso.aftercare.Employments;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import org.springframework.stereotype.Component;

/** The contacts after a job start. Whoever turns out to have left goes back to the job search, with history intact. */
@Component
class AftercareRecorder implements StepRecorder {

    private static final Map<String, String> DAY_FIELDS =
            Map.of("employerContact", "employerContactedOn", "retentionJudge", "judgedOn");

    private static final String PROCESS = "job-retention";

    private final Employments employments;
    private final Clock clock;

    AftercareRecorder(Employments employments, Clock clock) {
        this.employments = employments;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("aftercare1w", "aftercare1m", "aftercare2m", "aftercare3m", "employerContact", "retentionJudge");
    }

    @Override
    public boolean records(String processKey, String step) {
        return steps().contains(step) || processKey.equals(PROCESS);
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        var answer = step.answer();
        if (!steps().contains(step.step()) && answer.text("stillWorking").isEmpty()) {
            return StepOutcome.NOTHING; // drawn by a municipality, but no contact
        }
        var today = step.at().toLocalDate();
        var caseNo = step.businessKey();
        var judging = step.step().equals("retentionJudge");
        employments.done(
                caseNo,
                step.step(),
                answer.date(dayField(step.step())).orElse(today),
                answer.text("stillWorking").orElse(null),
                answer.text("contactMethod")
                        .or(() -> answer.text("employerContactMethod"))
                        .orElse(null));
        if (judging) {
            answer.text("retentionResult").ifPresent(result -> employments.judge(caseNo, result));
        }
        var left = judging ? answer.is("retentionResult", "lost") : answer.is("stillWorking", "no");
        if (!left) {
            return StepOutcome.NOTHING;
        }
        employments.end(
                caseNo,
                answer.date("leftOn").orElse(today),
                answer.text("leaveReason").orElse(null));
        // The judgement's own answer already tells the process; a contact has to send word.
        return judging
                ? StepOutcome.NOTHING
                : StepOutcome.message("aftercare.jobLost", caseNo, Map.of("retentionResult", "lost"));
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        return Map.of(dayField(step), LocalDate.now(clock).toString());
    }

    private static String dayField(String step) {
        return DAY_FIELDS.getOrDefault(step, "contactedOn");
    }
}
