package jp.banso.evaluation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.evaluation.Evaluation;
import jp.banso.evaluation.Monitoring;
import jp.banso.formrecord.Answer;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.Records;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Monitoring, evaluation with the three indicators, the meeting's look at it, and closing the case. */
@Component
class EvaluationRecorder implements StepRecorder {

    private final EvaluationMapper evaluations;
    private final CaseFiles cases;
    private final Records records;
    private final Clock clock;

    EvaluationRecorder(EvaluationMapper evaluations, CaseFiles cases, Records records, Clock clock) {
        this.evaluations = evaluations;
        this.cases = cases;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("monitoring", "evaluate", "closureReview", "closeCase");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        switch (step.step()) {
            case "monitoring" -> monitor(step);
            case "evaluate" -> evaluate(step);
            case "closureReview" ->
                current(step)
                        .ifPresent(e -> evaluations.review(
                                e.evaluationId(),
                                step.answer()
                                        .date("reviewedOn")
                                        .orElse(step.at().toLocalDate()),
                                step.answer().text("closureDecision").orElse("approved")));
            default -> close(step);
        }
        return StepOutcome.NOTHING;
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        var today = LocalDate.now(clock).toString();
        return switch (step) {
            case "monitoring" -> Map.of("monitoredOn", today);
            case "evaluate" -> Map.of("evaluatedOn", today);
            case "closureReview" -> Map.of("reviewedOn", today);
            default -> Map.of("closedOn", today);
        };
    }

    private void monitor(CompletedStep step) {
        var answer = step.answer();
        evaluations.insertMonitoring(new Monitoring(
                RowId.next(),
                step.businessKey(),
                answer.date("monitoredOn").orElse(step.at().toLocalDate()),
                answer.is("reviewNeeded", "yes"),
                answer.date("nextMonitoring").orElse(null),
                step.by().username()));
    }

    private void evaluate(CompletedStep step) {
        var answer = step.answer();
        var first = records.latest(step.businessKey(), "intakeAssessment").orElse(new Answer(Map.of()));
        evaluations.insert(new Evaluation(
                RowId.next(),
                step.businessKey(),
                evaluations.ofCase(step.businessKey()).size() + 1,
                answer.date("evaluatedOn").orElse(step.at().toLocalDate()),
                step.by().username(),
                answer.text("evaluationReason").orElse(null),
                String.join(",", answer.choices("changes")),
                level(first, "indicatorMotivation"),
                level(answer, "indicatorMotivationFinal"),
                level(first, "indicatorEconomy"),
                level(answer, "indicatorEconomyFinal"),
                level(first, "indicatorWork"),
                level(answer, "indicatorWorkFinal"),
                answer.text("conclusion").orElse("close"),
                null,
                null,
                null,
                answer.text("closureReason").orElse(null)));
    }

    private void close(CompletedStep step) {
        var on = step.answer().date("closedOn").orElse(step.at().toLocalDate());
        var reason = step.answer().text("closureReason").orElse("other");
        current(step).ifPresent(e -> evaluations.close(e.evaluationId(), on, reason));
        cases.close(step.businessKey(), on, reason);
    }

    private Optional<Evaluation> current(CompletedStep step) {
        return evaluations.ofCase(step.businessKey()).stream().findFirst();
    }

    private static @Nullable Integer level(Answer answer, String field) {
        return answer.text(field)
                .filter(text -> text.matches("[1-5]"))
                .map(Integer::valueOf)
                .orElse(null);
    }
}
