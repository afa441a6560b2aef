package jp.banso.aftercare.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.banso.aftercare.ContactPlan;
import jp.banso.aftercare.Employment;
import jp.banso.aftercare.Employments;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.processengine.Decisions;
import jp.banso.processengine.ProcessStep;
import jp.banso.processengine.RehearsedStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Sets the days of all contacts after a job start, on open days, as the municipality's practice asks. */
@ProcessStep(
        title = "定着連絡の予定を立てる",
        sets = {
            "jobStart",
            "aftercare1wFrom",
            "aftercare1wDue",
            "aftercare1mFrom",
            "aftercare1mDue",
            "aftercare2mFrom",
            "aftercare2mDue",
            "aftercare3mFrom",
            "aftercare3mDue",
            "employerContactFrom",
            "employerContactDue",
            "retentionJudgeFrom",
            "retentionJudgeDue",
            "needs1w",
            "needs1m",
            "needs2m",
            "needs3m",
            "needsEmployer"
        })
class ScheduleAftercare implements JavaDelegate, RehearsedStep {

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 15);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final Employments employments;
    private final WorkingCalendar calendar;
    private final Decisions decisions;
    private final Clock clock;
    private final String profile;

    ScheduleAftercare(
            Employments employments,
            WorkingCalendar calendar,
            Decisions decisions,
            Clock clock,
            @Value("${banso.aftercare.profile:chofu}") String profile) {
        this.employments = employments;
        this.calendar = calendar;
        this.decisions = decisions;
        this.clock = clock;
        this.profile = profile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNo = execution.getProcessBusinessKey();
        var needs = decisions.evaluate(
                "aftercare-schedule", (String) execution.getVariable("municipalityId"), Map.of("profile", profile));
        var jobStart = jobStart(execution, caseNo);
        // models may count further contacts from it, however the case came here
        execution.setVariable("jobStart", jobStart.toString());
        var plan = ContactPlan.of(jobStart, needs, calendar, (String) execution.getVariable("officeId"));
        employments.schedule(caseNo, plan);
        facts(plan).forEach(execution::setVariable);
    }

    @Override
    public Map<String, @Nullable Object> tells(Rehearsed process) {
        var needs = process.decide("aftercare-schedule", Map.of("profile", profile));
        var start = process.fact("jobStart") instanceof String day
                ? LocalDate.parse(day.substring(0, 10))
                : LocalDate.now(clock);
        var told = facts(ContactPlan.of(start, needs, calendar, (String) process.fact("officeId")));
        told.put("jobStart", start.toString());
        return told;
    }

    private static Map<String, @Nullable Object> facts(ContactPlan plan) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        for (var point : plan.points()) {
            var day = point.due().date();
            facts.put(point.step() + "From", ISO.format(day.atStartOfDay()));
            facts.put(point.step() + "Due", ISO.format(day.atTime(END_OF_WORK)));
            if (point.needsFact() != null) {
                facts.put(point.needsFact(), point.needed());
            }
        }
        return facts;
    }

    private LocalDate jobStart(DelegateExecution execution, String caseNo) {
        return execution.getVariable("jobStart") instanceof String day
                ? LocalDate.parse(day.substring(0, 10))
                : employments.current(caseNo).map(Employment::startedOn).orElseGet(() -> LocalDate.now(clock));
    }
}
