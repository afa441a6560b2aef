package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.banso.aftercare.Employments;
import jp.banso.calendar.DueRule;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.casefile.CarriedCases;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.SupportCase;
import jp.banso.ledger.internal.Course.Running;
import jp.banso.ledger.internal.Periods.Period;
import jp.banso.processengine.CarriedFlow;
import jp.banso.processengine.Flow;
import jp.banso.processengine.OpenTask;
import jp.banso.processengine.PublishedModels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts the journey of a case that goes on, at its step. A step that is done once is due counted from the ledger's day,
 * and may be late already; one that comes again and again is due the next time after the ledger's day.
 */
@Component
class Placement {

    private static final String JOURNEY = "employment-support-journey";
    private static final LocalTime CLOSING = LocalTime.of(17, 15);
    private static final Pattern RULE = Pattern.compile("\\$\\{due\\('([^']+)'\\)}");
    private static final int MOST_ROUNDS = 200;
    private static final Map<String, String> WAITS =
            Map.of("aftercare1w", "wait1w", "aftercare1m", "wait1m", "aftercare2m", "wait2m", "aftercare3m", "wait3m");

    private final CarriedFlow carriedFlow;
    private final Flow flow;
    private final PublishedModels models;
    private final CaseFiles cases;
    private final CarriedCases carried;
    private final Employments employments;
    private final WorkingCalendar calendar;

    Placement(
            CarriedFlow carriedFlow,
            Flow flow,
            PublishedModels models,
            CaseFiles cases,
            CarriedCases carried,
            Employments employments,
            WorkingCalendar calendar) {
        this.carriedFlow = carriedFlow;
        this.flow = flow;
        this.models = models;
        this.cases = cases;
        this.carried = carried;
        this.employments = employments;
        this.calendar = calendar;
    }

    void start(SupportCase supportCase, LedgerRow row, @Nullable Period period, Running running, LocalDate asOf) {
        var caseNo = supportCase.caseNo();
        var municipality = supportCase.municipalityId();
        carriedFlow.startBefore(running.call(), JOURNEY, caseNo, municipality, facts(supportCase, row, period));
        var steps = row.hiredOn() == null ? running.steps() : contactsAhead(caseNo, asOf);
        if (!steps.isEmpty()) {
            carriedFlow.place(running.process(), caseNo, municipality, steps);
        }
        for (var task : flow.openTasks(caseNo, municipality)) {
            due(task, running, asOf, supportCase.officeId())
                    .ifPresent(day -> flow.setDue(task.taskId(), day.atTime(CLOSING)));
        }
        cases.setStage(caseNo, running.stage());
        carried.entered(caseNo, running.stage(), running.since().atStartOfDay());
    }

    /** The waits for contacts that lie ahead; when none does, the judgement is next. */
    private List<String> contactsAhead(String caseNo, LocalDate asOf) {
        var ahead = employments.carryOver(caseNo, asOf).stream()
                .filter(step -> !step.equals("retentionJudge"))
                .map(step -> WAITS.getOrDefault(step, step))
                .toList();
        return ahead.isEmpty() ? List.of("retentionJudge") : ahead;
    }

    /** By the rule in the model; steps with another kind of due date keep what the engine gave them. */
    private Optional<LocalDate> due(OpenTask task, Running running, LocalDate asOf, String officeId) {
        return models.of(task.definitionId()).steps().stream()
                .filter(step -> step.id().equals(task.step()) && step.due() != null)
                .map(step -> RULE.matcher(String.valueOf(step.due())))
                .filter(rule -> rule.matches())
                .findFirst()
                .map(rule -> DueRule.parse(rule.group(1)))
                .filter(rule -> calendar.covers(running.since()) && calendar.covers(asOf))
                .map(rule -> next(rule, running, asOf, officeId));
    }

    private LocalDate next(DueRule rule, Running running, LocalDate asOf, String officeId) {
        var due = calendar.due(rule, running.since(), officeId);
        for (var round = 0; running.repeats() && due.date().isBefore(asOf) && round < MOST_ROUNDS; round++) {
            due = calendar.due(rule, due.original(), officeId);
        }
        return due.date();
    }

    /** What the steps behind would have told the engine. */
    private static Map<String, @Nullable Object> facts(SupportCase c, LedgerRow row, @Nullable Period period) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("caseNo", c.caseNo());
        facts.put("officeId", c.officeId());
        facts.put("consentOutcome", "pending");
        if (row.interviewedOn() != null) {
            facts.put("emergency", "no");
            facts.put("screeningResult", "plan");
        }
        if (row.category() != null) {
            facts.put("category", row.category());
        }
        if (period != null) {
            facts.put("periodMonths", period.months() == null ? null : Long.valueOf(period.months()));
            facts.put("aftercareMonths", (long) period.aftercareMonths());
            facts.put("reviewMonths", (long) period.reviewMonths());
        }
        if (row.plannedOn() != null) {
            facts.put("contractorUsed", "no");
            facts.put("usesHellowork", "no");
            facts.put("supportDecision", "approved");
        }
        if (row.hiredOn() != null) {
            facts.put("jobStart", row.hiredOn().toString());
            facts.put("jobSearchOutcome", "hired");
        }
        return facts;
    }
}
