package jp.banso.supportplan.internal;

import java.util.List;
import java.util.Optional;
import jp.banso.supportplan.PlanGoal;
import jp.banso.supportplan.SupportPeriod;
import jp.banso.supportplan.SupportPlan;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Rows of plans, goals and support periods. */
@Mapper
interface PlanMapper {

    List<SupportPlan> ofCase(@Param("caseNo") String caseNo);

    void insert(SupportPlan plan);

    void update(SupportPlan plan);

    List<PlanGoal> goals(@Param("planId") String planId);

    void insertGoal(PlanGoal goal);

    void deleteGoals(@Param("planId") String planId);

    Optional<SupportPeriod> period(@Param("caseNo") String caseNo);

    /** 0 when the case has no period yet. */
    int updatePeriod(SupportPeriod period);

    void insertPeriod(SupportPeriod period);
}
