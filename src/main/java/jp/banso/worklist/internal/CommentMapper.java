package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Comments on open steps, and a member's saved views. */
@Mapper
public interface CommentMapper {

    void insertComment(CommentRow row);

    List<CommentRow> comments(@Param("taskId") String taskId);

    void insertView(ViewRow row);

    List<ViewRow> views(@Param("username") String username);

    int deleteView(@Param("viewId") String viewId, @Param("username") String username);

    record CommentRow(
            String commentId,
            String taskId,
            String businessKey,
            LocalDateTime writtenAt,
            String writtenBy,
            String content) {}

    record ViewRow(String viewId, String username, String name, String query, LocalDateTime createdAt) {}
}
