package jp.banso.evaluation.internal;

import java.util.List;
import jp.banso.evaluation.Evaluation;
import jp.banso.evaluation.Evaluations;
import jp.banso.evaluation.Monitoring;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evaluations as the tables hold them. */
@Service
class StoredEvaluations implements Evaluations {

    private final EvaluationMapper evaluations;

    StoredEvaluations(EvaluationMapper evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public List<Evaluation> ofCase(String caseNo) {
        return evaluations.ofCase(caseNo);
    }

    @Override
    public List<Monitoring> monitorings(String caseNo) {
        return evaluations.monitorings(caseNo);
    }

    @Override
    @Transactional
    public void carryOver(Evaluation evaluation) {
        evaluations.insert(evaluation);
    }
}
