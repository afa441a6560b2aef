package jp.banso.notice.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Notices of members. */
@Mapper
public interface NoticeMapper {

    boolean isMuted(@Param("username") String username, @Param("kind") String kind);

    /** 1, or 0 when the person has been told. */
    int insertOnce(@Param("n") NoticeRow notice, @Param("dedupeKey") String dedupeKey);

    int unread(@Param("username") String username, @Param("most") int most);

    /** The newest first; with a place only those behind it. */
    List<NoticeRow> page(
            @Param("username") String username,
            @Param("unreadOnly") boolean unreadOnly,
            @Param("before") @Nullable LocalDateTime before,
            @Param("beforeId") @Nullable String beforeId,
            @Param("limit") int limit);

    Optional<NoticeRow> find(@Param("username") String username, @Param("noticeId") String noticeId);

    int markRead(
            @Param("username") String username, @Param("noticeId") String noticeId, @Param("now") LocalDateTime now);

    int markAllRead(
            @Param("username") String username, @Param("upTo") LocalDateTime upTo, @Param("now") LocalDateTime now);

    /** Marks as read what leads to a step that is over. */
    int settleSteps(@Param("now") LocalDateTime now);

    int deleteReadBefore(@Param("limit") LocalDateTime limit);
}
