package jp.banso.processengine.internal.move;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the running processes of a definition as they are, all at once. Without an instance id: all of the municipality. */
@Mapper
public interface RunningMapper {

    List<ExecutionRow> executions(
            @Param("definition") String definition,
            @Param("municipality") String municipality,
            @Param("instance") @Nullable String instance);

    /** Timers, waiting jobs, event subscriptions, local variables and incidents of executions, one word each. */
    List<MarkRow> marks(
            @Param("definition") String definition,
            @Param("municipality") String municipality,
            @Param("instance") @Nullable String instance);

    /** What has begun and ended in an instance; an activity keeps its id when it is moved. */
    List<String> happened(@Param("instance") String instance);

    record ExecutionRow(
            String id,
            String instanceId,
            @Nullable String parentId,
            @Nullable String activityId,
            boolean eventScope,
            boolean suspended,
            @Nullable String caseNo) {}

    /** @param kind timer, job, failed, event, variable or incident */
    record MarkRow(String executionId, String instanceId, String kind, String word) {}
}
