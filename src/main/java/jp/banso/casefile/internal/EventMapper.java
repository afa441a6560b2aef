package jp.banso.casefile.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The timeline. Public only so that the module itself can reach it. */
@Mapper
public interface EventMapper {

    void insert(Row row);

    List<Row> page(@Param("page") Page page);

    long count(@Param("caseNo") String caseNo);

    List<StepDate> stepDates(@Param("caseNo") String caseNo);

    /** Who did steps of the case, latest first. */
    List<String> workers(@Param("caseNo") String caseNo);

    /** As stored; details are JSON. */
    record Row(
            @Nullable Long eventNo,
            String caseNo,
            LocalDateTime happenedAt,
            String kind,
            @Nullable String step,
            String title,
            @Nullable String summary,
            String dataClass,
            @Nullable String details,
            @Nullable String contactMethod,
            @Nullable Integer contactMinutes,
            String byUser,
            @Nullable String forUser,
            @Nullable String recordId,
            boolean milestone) {}

    /** Newest first, before an entry when {@code beforeAt} is given. */
    record Page(
            String caseNo,
            @Nullable String kind,
            boolean milestonesOnly,
            @Nullable LocalDateTime beforeAt,
            @Nullable Long beforeNo,
            int limit) {}

    /** When a step was completed last. */
    record StepDate(String step, LocalDateTime lastAt) {}
}
