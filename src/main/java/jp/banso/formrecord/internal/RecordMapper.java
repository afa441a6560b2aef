package jp.banso.formrecord.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Completed answers and drafts. */
@Mapper
public interface RecordMapper {

    void insert(RecordRow row);

    Optional<RecordRow> ofTask(@Param("taskId") String taskId);

    /** Who recorded steps after reception, whoever did last first; the holder where a deputy did it. */
    List<String> recordedBy(@Param("businessKey") String businessKey);

    List<RecordRow> ofKey(@Param("businessKey") String businessKey);

    Optional<RecordRow> latest(@Param("businessKey") String businessKey, @Param("step") String step);

    Optional<DraftRow> draft(@Param("taskId") String taskId, @Param("username") String username);

    int updateDraft(DraftRow row);

    void insertDraft(DraftRow row);

    void deleteDraft(@Param("taskId") String taskId, @Param("username") String username);

    /**
     * A completed step with its whole answer as JSON.
     *
     * @param recordedFor the absent holder, when a deputy did it
     */
    record RecordRow(
            String recordId,
            String taskId,
            String businessKey,
            String municipalityId,
            String processKey,
            String step,
            String formKey,
            String formVersion,
            String answer,
            String recordedBy,
            LocalDateTime recordedAt,
            @Nullable String recordedFor) {}

    /** What someone is typing, as JSON. */
    record DraftRow(String taskId, String username, String content, LocalDateTime savedAt) {}
}
