package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.worklist.WorkItem;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of the queue. */
@Mapper
public interface WorkItemMapper {

    Optional<EngineTask> engineTask(@Param("taskId") String taskId);

    int update(WorkItemRow row);

    void insert(WorkItemRow row);

    /** Moves an open step to the finished ones. */
    void finish(@Param("taskId") String taskId, @Param("now") LocalDateTime now);

    void deleteItem(@Param("taskId") String taskId);

    void deleteQueues(@Param("taskId") String taskId);

    void insertQueues(@Param("rows") List<QueueRow> rows);

    Optional<WorkItem> find(@Param("taskId") String taskId, @Param("now") LocalDateTime now);

    Optional<WorkItem> lock(@Param("taskId") String taskId, @Param("now") LocalDateTime now);

    /** Locks all open steps of the case that this one belongs to, in the order of their ids. */
    List<WorkItem> lockCaseOf(@Param("taskId") String taskId, @Param("now") LocalDateTime now);

    List<WorkItem> ofCase(@Param("businessKey") String businessKey, @Param("now") LocalDateTime now);

    List<String> queuesOf(@Param("taskId") String taskId);

    List<String> taskIdsOf(@Param("businessKey") String businessKey);

    void setWaitingFor(
            @Param("taskId") String taskId,
            @Param("kind") @Nullable String kind,
            @Param("waitingFor") @Nullable String waitingFor);

    List<WorkItem> page(@Param("q") QueueQuery query);

    /** How many steps each of the queries finds, up to its limit. */
    List<Counted> counts(@Param("queries") List<QueueQuery> queries);

    /** Which of the steps lie in one of the queues. */
    List<String> takeable(@Param("taskIds") List<String> taskIds, @Param("queues") List<String> queues);

    /** For each queue a text that changes whenever something among its first steps goes, or anything comes or changes. */
    List<String> pulse(@Param("queues") List<String> queues, @Param("most") int most);

    /** Tasks of the engine without a row, rows without a task, and rows that say something else than the task. */
    List<String> differences();

    /** @param query its place in the list */
    record Counted(int query, int steps) {}
}
