package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.banso.oversight.OverseenStep;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Open steps, counted and listed by the same conditions. */
@Mapper
public interface BoardMapper {

    List<CubeRow> cube(@Param("q") BoardQuery query);

    int count(@Param("q") BoardQuery query);

    /** Late steps by why they are late. */
    List<ReasonCount> reasons(@Param("q") BoardQuery query);

    List<OverseenStep> page(@Param("q") BoardQuery query, @Param("offset") int offset, @Param("limit") int limit);

    Optional<OverseenStep> find(@Param("q") BoardQuery query, @Param("taskId") String taskId);

    /** Who is away on a day with nobody standing in. */
    List<String> uncovered(@Param("municipalityId") String municipalityId, @Param("day") LocalDate day);

    /** @param ofSteps only cases that have a step which the filter finds */
    int openCases(@Param("q") BoardQuery query, @Param("ofSteps") boolean ofSteps);

    /** Why a step becomes late, by office and step. */
    List<Risk> risks(@Param("leads") List<String> leads);

    record ReasonCount(String reason, int steps) {}

    /** Of {@code reached} steps that were still open at {@code openDays}, {@code becameLate} became late. */
    record Risk(String leadOfficeId, String step, int openDays, int reached, int becameLate) {}
}
