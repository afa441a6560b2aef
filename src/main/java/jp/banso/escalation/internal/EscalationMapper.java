package jp.banso.escalation.internal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Levels that steps have reached, and the steps that reach one. */
@Mapper
public interface EscalationMapper {

    List<String> marked();

    int insertMark(@Param("officeId") String officeId);

    /** When the office was looked at last; its row stays locked until the transaction ends. */
    @Nullable
    Mark lockMark(@Param("officeId") String officeId);

    void mark(@Param("officeId") String officeId, @Param("now") LocalDateTime now);

    /**
     * Steps of an office that have passed a limit without the level behind it being written down; with {@code changedSince}
     * only those that came or changed since then; with {@code passed} only those that had not passed the limit by those.
     */
    List<OpenStep> reaching(
            @Param("officeId") String officeId,
            @Param("limits") Limits limits,
            @Param("changedSince") @Nullable LocalDateTime changedSince,
            @Param("passed") @Nullable Limits passed);

    Optional<OpenStep> step(@Param("taskId") String taskId, @Param("queues") Collection<String> queues);

    List<ReachedRow> reached(@Param("taskIds") Collection<String> taskIds);

    /** What was reached for the due date that the step has now. */
    List<ReachedRow> standing(@Param("taskIds") Collection<String> taskIds);

    /** In which queues these steps lie. */
    List<Lying> queuesOf(@Param("taskIds") Collection<String> taskIds);

    record Lying(String taskId, String queueKey) {}

    void insert(@Param("rows") List<ReachedRow> rows);

    /** @param lookedAt never yet when null */
    record Mark(String officeId, @Nullable LocalDateTime lookedAt) {}

    /** Steps due before each of these have reached its level. */
    record Limits(LocalDateTime before, LocalDateTime due, LocalDateTime late, LocalDateTime veryLate) {}
}
