package jp.banso.evaluation;

import java.util.List;

/** Monitoring and evaluation of a case. */
public interface Evaluations {

    /** Newest first. */
    List<Evaluation> ofCase(String caseNo);

    /** Newest first. */
    List<Monitoring> monitorings(String caseNo);

    /** An evaluation that was made before the product was there. */
    void carryOver(Evaluation evaluation);
}
