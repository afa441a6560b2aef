package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.banso.aftercare.Employments;
import jp.banso.casefile.CarriedCases;
import jp.banso.casefile.CaseFiles;
import jp.banso.evaluation.Evaluation;
import jp.banso.evaluation.Evaluations;
import jp.banso.ledger.internal.Periods.Period;
import jp.banso.people.Member;
import jp.banso.supportplan.SupportPeriod;
import jp.banso.supportplan.SupportPlan;
import jp.banso.supportplan.SupportPlans;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The typed facts of a row, in the tables of the rooms that own them. */
@Component
class RowFacts {

    private final CaseFiles cases;
    private final CarriedCases carried;
    private final SupportPlans plans;
    private final Employments employments;
    private final Evaluations evaluations;

    RowFacts(
            CaseFiles cases,
            CarriedCases carried,
            SupportPlans plans,
            Employments employments,
            Evaluations evaluations) {
        this.cases = cases;
        this.carried = carried;
        this.plans = plans;
        this.employments = employments;
        this.evaluations = evaluations;
    }

    void store(String caseNo, LedgerRow row, @Nullable Period period, Course course, LocalDate evaluatedOn, Member by) {
        if (row.category() != null && row.interviewedOn() != null) {
            cases.setCategory(caseNo, row.category());
            if (period != null) {
                plans.setPeriod(SupportPeriod.of(
                        caseNo,
                        row.category(),
                        row.interviewedOn(),
                        period.months(),
                        period.aftercareMonths(),
                        period.reviewMonths()));
            }
        }
        if (row.plannedOn() != null) {
            plans.carryOver(plan(caseNo, row, row.plannedOn(), by));
        }
        if (row.hiredOn() != null) {
            employments.start(
                    caseNo,
                    row.employer() == null ? "" : row.employer(),
                    null,
                    row.employmentType() == null ? null : row.employmentType().code(),
                    false,
                    row.hiredOn());
        }
        if (row.first().any() || row.last().any()) {
            evaluations.carryOver(evaluation(caseNo, row, course, evaluatedOn, by));
        }
        if (row.visits() > 0 || row.budgetConsulted() || row.budgetPlanned()) {
            carried.count(caseNo, row.visits(), row.budgetConsulted(), row.budgetPlanned());
        }
    }

    /** Codes of what the plan uses: a target of employment support uses that. */
    static List<String> services(LedgerRow row) {
        var services = new ArrayList<String>();
        if (row.target()) {
            services.add("employment-program");
        }
        if (row.budgetPlanned()) {
            services.add("household");
        }
        return services;
    }

    /** Its decision is not in the ledger; a plan that was worked by was decided, but nobody knows when. */
    private static SupportPlan plan(String caseNo, LedgerRow row, LocalDate plannedOn, Member by) {
        return new SupportPlan(
                RowId.next(),
                caseNo,
                1,
                plannedOn,
                by.username(),
                null,
                null,
                row.target() ? "employment" : null,
                String.join(",", services(row)),
                false,
                false,
                null,
                row.interviewedOn() == null ? plannedOn : row.interviewedOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Evaluation evaluation(
            String caseNo, LedgerRow row, Course course, LocalDate evaluatedOn, Member by) {
        var over = course instanceof Course.Over ended ? ended : null;
        return new Evaluation(
                RowId.next(),
                caseNo,
                1,
                evaluatedOn,
                by.username(),
                null,
                "",
                row.first().will(),
                row.last().will(),
                row.first().economy(),
                row.last().economy(),
                row.first().work(),
                row.last().work(),
                over == null ? "continue" : "close",
                null,
                null,
                over == null ? null : over.on(),
                over == null ? null : over.reason());
    }
}
