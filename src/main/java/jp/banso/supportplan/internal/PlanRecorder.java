package jp.banso.supportplan.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import jp.banso.supportplan.SupportPlan;
import jp.banso.supportplan.SupportPlans;
import org.springframework.stereotype.Component;

/** Drawing up, signing and deciding a plan. The contractor that it names sees the case as far as consent allows. */
@Component
class PlanRecorder implements StepRecorder {

    private static final int MONITORING_MONTHS = 3;

    private final SupportPlans plans;
    private final CaseFiles cases;
    private final Clock clock;

    PlanRecorder(SupportPlans plans, CaseFiles cases, Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("draftPlan", "signPlan", "supportDecision");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        switch (step.step()) {
            case "draftPlan" -> draft(step);
            case "signPlan" ->
                plans.sign(
                        step.businessKey(),
                        step.answer().date("signedOn").orElse(step.at().toLocalDate()));
            default -> decide(step);
        }
        return StepOutcome.NOTHING;
    }

    /** The contractor agrees on the goal before support begins (岡山), so it sees the case from here if consent allows. */
    private void draft(CompletedStep step) {
        plans.draft(step);
        plans.current(step.businessKey())
                .filter(SupportPlan::contractorUsed)
                .map(SupportPlan::contractorOffice)
                .ifPresent(office -> cases.share(step.businessKey(), office));
    }

    private void decide(CompletedStep step) {
        plans.decide(step);
        if (step.answer().is("supportDecision", "approved")) {
            plans.current(step.businessKey())
                    .filter(SupportPlan::contractorUsed)
                    .map(SupportPlan::contractorOffice)
                    .ifPresent(office -> openToContractor(step, office));
        }
    }

    private void openToContractor(CompletedStep step, String office) {
        if (!cases.share(step.businessKey(), office)) {
            cases.addEvent(new NewCaseEvent(
                    step.businessKey(),
                    step.at(),
                    "system",
                    step.step(),
                    "委託先にはまだ見せていません",
                    "委託先への情報提供の同意がありません。同意を取ると、見せることができます。",
                    List.of(),
                    step.by().username(),
                    null,
                    false));
        }
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        var today = LocalDate.now(clock);
        var values = new LinkedHashMap<String, Object>();
        if (step.equals("draftPlan")) {
            var done = plans.ofCase(businessKey).stream()
                    .filter(p -> "approved".equals(p.decision()))
                    .count();
            values.put("planRound", done + 1);
            values.put("plannedOn", today.toString());
            values.put("nextMonitoring", today.plusMonths(MONITORING_MONTHS).toString());
            plans.period(businessKey).ifPresent(period -> {
                values.put("planStart", (done == 0 ? period.startsOn() : today).toString());
                if (period.endsOn() != null) {
                    // A later plan runs as long as the first one did.
                    var length = ChronoUnit.DAYS.between(period.startsOn(), period.endsOn());
                    values.put("planEnd", (done == 0 ? period.endsOn() : today.plusDays(length)).toString());
                }
            });
        } else if (step.equals("supportDecision")) {
            plans.current(businessKey).ifPresent(plan -> {
                values.put("decidedOn", today.toString());
                if (plan.startsOn() != null) {
                    values.put("planStart", plan.startsOn().toString());
                }
                if (plan.endsOn() != null) {
                    values.put("planEnd", plan.endsOn().toString());
                }
            });
        }
        return values;
    }
}
