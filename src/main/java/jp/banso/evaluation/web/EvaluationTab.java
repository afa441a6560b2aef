package jp.banso.evaluation.web;

import java.util.Map;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.SupportCase;
import jp.banso.evaluation.Evaluations;
import jp.banso.people.Member;
import org.springframework.stereotype.Component;

/** 評価 on the case page. */
@Component
class EvaluationTab implements CaseTab {

    private final Evaluations evaluations;

    EvaluationTab(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public String id() {
        return "evaluation";
    }

    @Override
    public String label() {
        return "評価";
    }

    @Override
    public int count(SupportCase supportCase) {
        return evaluations.ofCase(supportCase.caseNo()).size();
    }

    @Override
    public boolean visibleTo(Member member) {
        return !member.isPartner()
                && !member.roles().stream().allMatch(role -> role.equals("secretariat") || role.equals("reception"));
    }

    @Override
    public String fragment() {
        return "evaluation/tab :: evaluations";
    }

    @Override
    public Map<String, Object> model(SupportCase supportCase, Member member) {
        return Map.of(
                "evaluations", evaluations.ofCase(supportCase.caseNo()),
                "monitorings", evaluations.monitorings(supportCase.caseNo()));
    }
}
