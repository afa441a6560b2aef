package jp.banso.supportplan.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.formrecord.Records;
import jp.banso.processengine.ProcessStep;
import jp.banso.processengine.RehearsedStep;
import jp.banso.supportplan.SupportPeriod;
import jp.banso.supportplan.SupportPlans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** Stores how long the case is supported: from the first interview, for as long as the category says. */
@ProcessStep(
        title = "支援期間を登録する",
        sets = {"periodMonths", "aftercareMonths", "reviewMonths"})
class SetSupportPeriod implements JavaDelegate, RehearsedStep {

    private final SupportPlans plans;
    private final Records records;
    private final Clock clock;

    SetSupportPeriod(SupportPlans plans, Records records, Clock clock) {
        this.plans = plans;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNo = execution.getProcessBusinessKey();
        var start = records.latest(caseNo, "firstInterview")
                .flatMap(answer -> answer.date("interviewedOn"))
                .orElseGet(() -> LocalDate.now(clock));
        var category = (String) execution.getVariable("category");
        var period = SupportPeriod.of(
                caseNo,
                category,
                start,
                months(execution, "periodMonths"),
                orZero(months(execution, "aftercareMonths")),
                orZero(months(execution, "reviewMonths")));
        plans.setPeriod(period);
    }

    /** From the row of the decision; told to the process as facts of its own, so that callers and timers can use them. */
    private static @Nullable Integer months(DelegateExecution execution, String name) {
        var row = execution.getVariable("categoryPeriod");
        var value = row instanceof Map<?, ?> entries ? entries.get(name) : execution.getVariable(name);
        execution.setVariable(name, value instanceof Number n ? Long.valueOf(n.longValue()) : null);
        return value instanceof Number n ? Integer.valueOf(n.intValue()) : null;
    }

    @Override
    public Map<String, @Nullable Object> tells(Rehearsed process) {
        var facts = new HashMap<String, @Nullable Object>();
        for (var name : List.of("periodMonths", "aftercareMonths", "reviewMonths")) {
            var value = process.fact("categoryPeriod") instanceof Map<?, ?> row ? row.get(name) : process.fact(name);
            facts.put(name, value instanceof Number n ? Long.valueOf(n.longValue()) : null);
        }
        return facts;
    }

    private static int orZero(@Nullable Integer months) {
        return months == null ? 0 : months;
    }
}
