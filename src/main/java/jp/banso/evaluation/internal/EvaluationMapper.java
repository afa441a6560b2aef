package jp.banso.evaluation.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.evaluation.Evaluation;
import jp.banso.evaluation.Monitoring;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of monitorings and evaluations. */
@Mapper
interface EvaluationMapper {

    List<Evaluation> ofCase(@Param("caseNo") String caseNo);

    void insert(Evaluation evaluation);

    void review(
            @Param("evaluationId") String evaluationId,
            @Param("reviewedOn") LocalDate reviewedOn,
            @Param("decision") String decision);

    void close(
            @Param("evaluationId") String evaluationId,
            @Param("closedOn") LocalDate closedOn,
            @Param("reason") @Nullable String reason);

    List<Monitoring> monitorings(@Param("caseNo") String caseNo);

    void insertMonitoring(Monitoring monitoring);
}
