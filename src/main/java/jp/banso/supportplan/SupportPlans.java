package jp.banso.supportplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.banso.formrecord.CompletedStep;

/** Plans of a case and the period of its support. */
public interface SupportPlans {

    /** All plans of a case, newest first. */
    List<SupportPlan> ofCase(String caseNo);

    /** The newest plan of a case. */
    Optional<SupportPlan> current(String caseNo);

    List<PlanGoal> goals(String planId);

    Optional<SupportPeriod> period(String caseNo);

    /** Stores the period of support, in place of an earlier one. */
    void setPeriod(SupportPeriod period);

    /** A new plan, or the plan under work drawn up again. */
    void draft(CompletedStep step);

    /** A plan that was made and decided before the product was there. */
    void carryOver(SupportPlan plan);

    void sign(String caseNo, LocalDate on);

    /** The municipality's decision about the newest plan. */
    void decide(CompletedStep step);
}
