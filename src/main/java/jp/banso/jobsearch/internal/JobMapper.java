package jp.banso.jobsearch.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.jobsearch.Accompaniment;
import jp.banso.jobsearch.JobApplication;
import jp.banso.jobsearch.JobCondition;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of consultations, applications, conditions and accompaniments. */
@Mapper
interface JobMapper {

    List<JobApplication> applications(@Param("caseNo") String caseNo);

    void insertApplication(JobApplication application);

    void setResult(
            @Param("applicationId") String applicationId,
            @Param("resultCode") String resultCode,
            @Param("resultOn") LocalDate resultOn,
            @Param("rejectReasons") String rejectReasons);

    List<JobCondition> conditions(@Param("caseNo") String caseNo);

    void insertCondition(JobCondition condition);

    void insertConsultation(
            @Param("id") String id,
            @Param("caseNo") String caseNo,
            @Param("on") LocalDate on,
            @Param("method") @Nullable String method,
            @Param("next") @Nullable String next,
            @Param("by") String by);

    List<Accompaniment> accompaniments(@Param("caseNo") String caseNo);

    void insertAccompaniment(Accompaniment accompaniment);

    void attended(
            @Param("id") String id,
            @Param("kind") String kind,
            @Param("on") @Nullable LocalDate on,
            @Param("observation") @Nullable String observation);

    void debriefed(@Param("id") String id, @Param("on") LocalDate on);
}
