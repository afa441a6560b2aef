package jp.banso.supportplan.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.banso.formrecord.CompletedStep;
import jp.banso.supportplan.PlanGoal;
import jp.banso.supportplan.SupportPeriod;
import jp.banso.supportplan.SupportPlan;
import jp.banso.supportplan.SupportPlans;
import jp.banso.text.RowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as the tables hold them. */
@Service
class StoredSupportPlans implements SupportPlans {

    private static final int GOALS = 3;

    private final PlanMapper plans;

    StoredSupportPlans(PlanMapper plans) {
        this.plans = plans;
    }

    @Override
    public List<SupportPlan> ofCase(String caseNo) {
        return plans.ofCase(caseNo);
    }

    @Override
    public Optional<SupportPlan> current(String caseNo) {
        return plans.ofCase(caseNo).stream().findFirst();
    }

    @Override
    public List<PlanGoal> goals(String planId) {
        return plans.goals(planId);
    }

    @Override
    public Optional<SupportPeriod> period(String caseNo) {
        return plans.period(caseNo);
    }

    @Override
    @Transactional
    public void setPeriod(SupportPeriod period) {
        if (plans.updatePeriod(period) == 0) {
            plans.insertPeriod(period);
        }
    }

    @Override
    @Transactional
    public void draft(CompletedStep step) {
        var answer = step.answer();
        var current = current(step.businessKey());
        var again = current.filter(plan -> !"approved".equals(plan.decision()));
        var contractor = answer.is("contractorUsed", "yes");
        var plan = new SupportPlan(
                again.map(SupportPlan::planId).orElseGet(() -> RowId.next()),
                step.businessKey(),
                again.map(SupportPlan::planNo)
                        .orElseGet(() -> current.map(SupportPlan::planNo).orElse(0) + 1),
                answer.date("plannedOn").orElse(step.at().toLocalDate()),
                step.by().username(),
                answer.text("planLifeWish").orElse(null),
                answer.text("longTermGoal").orElse(null),
                answer.text("goalType").orElse(null),
                String.join(",", answer.choices("services")),
                answer.is("usesHellowork", "yes"),
                contractor,
                contractor ? answer.text("contractorOffice").orElse(null) : null,
                answer.date("planStart").orElse(null),
                answer.date("planEnd").orElse(null),
                answer.date("nextMonitoring").orElse(null),
                null,
                null,
                null,
                null,
                null);
        if (again.isPresent()) {
            plans.update(plan);
            plans.deleteGoals(plan.planId());
        } else {
            plans.insert(plan);
        }
        for (var no = 1; no <= GOALS; no++) {
            var target = answer.date("goal" + no + "On").orElse(null);
            var goalNo = no;
            answer.text("goal" + no)
                    .ifPresent(
                            text -> plans.insertGoal(new PlanGoal(RowId.next(), plan.planId(), goalNo, text, target)));
        }
    }

    @Override
    @Transactional
    public void carryOver(SupportPlan plan) {
        plans.insert(plan);
    }

    @Override
    @Transactional
    public void sign(String caseNo, LocalDate on) {
        current(caseNo)
                .ifPresent(p -> plans.update(new SupportPlan(
                        p.planId(),
                        p.caseNo(),
                        p.planNo(),
                        p.draftedOn(),
                        p.draftedBy(),
                        p.intention(),
                        p.longGoal(),
                        p.goalType(),
                        p.services(),
                        p.usesHellowork(),
                        p.contractorUsed(),
                        p.contractorOffice(),
                        p.startsOn(),
                        p.endsOn(),
                        p.reviewOn(),
                        on,
                        p.decidedOn(),
                        p.decision(),
                        p.decidedBy(),
                        p.documentNo())));
    }

    @Override
    @Transactional
    public void decide(CompletedStep step) {
        var answer = step.answer();
        current(step.businessKey())
                .ifPresent(p -> plans.update(new SupportPlan(
                        p.planId(),
                        p.caseNo(),
                        p.planNo(),
                        p.draftedOn(),
                        p.draftedBy(),
                        p.intention(),
                        p.longGoal(),
                        p.goalType(),
                        p.services(),
                        p.usesHellowork(),
                        p.contractorUsed(),
                        p.contractorOffice(),
                        answer.date("planStart").orElse(p.startsOn()),
                        answer.date("planEnd").orElse(p.endsOn()),
                        p.reviewOn(),
                        p.signedOn(),
                        answer.date("decidedOn").orElse(step.at().toLocalDate()),
                        answer.text("supportDecision").orElse(null),
                        step.by().username(),
                        answer.text("decisionNumber").orElse(null))));
    }
}
