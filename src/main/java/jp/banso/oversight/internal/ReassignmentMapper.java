package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of steps handed over together. */
@Mapper
public interface ReassignmentMapper {

    void insert(
            @Param("id") String id,
            @Param("municipalityId") String municipalityId,
            @Param("by") String by,
            @Param("at") LocalDateTime at);

    void insertItem(ItemRow row);

    Optional<BatchRow> find(@Param("id") String id, @Param("by") String by);

    List<ItemRow> items(@Param("id") String id);

    /** 0 when it is not of this member, or has been undone. */
    int markUndone(@Param("id") String id, @Param("by") String by, @Param("at") LocalDateTime at);

    void setUndoRefused(
            @Param("id") String id, @Param("itemNo") int itemNo, @Param("refused") @Nullable String refused);

    List<HeldCount> loads(@Param("usernames") List<String> usernames);

    record BatchRow(LocalDateTime madeAt, @Nullable LocalDateTime undoneAt) {}

    record ItemRow(
            String reassignmentId,
            int itemNo,
            String taskId,
            String businessKey,
            String name,
            @Nullable String fromUser,
            String toUser,
            @Nullable String refused,
            @Nullable String undoRefused) {}

    record HeldCount(String username, int steps) {}
}
