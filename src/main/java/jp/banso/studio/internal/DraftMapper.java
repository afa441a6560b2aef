package jp.banso.studio.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftFile;
import jp.banso.studio.DraftStatus;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Drafts, their files and what is said about them. */
@Mapper
public interface DraftMapper {

    /** Drafts that are neither published nor dropped, the one changed last first. */
    List<Draft> open(@Param("municipalityId") String municipalityId);

    Optional<Draft> find(@Param("draftId") String draftId, @Param("municipalityId") String municipalityId);

    /** The same, held until the end of the transaction. */
    Optional<Draft> lock(@Param("draftId") String draftId, @Param("municipalityId") String municipalityId);

    void insert(@Param("d") Draft draft);

    void touch(@Param("draftId") String draftId, @Param("by") String by, @Param("at") LocalDateTime at);

    void setTitle(@Param("draftId") String draftId, @Param("title") String title);

    void setStatus(@Param("draftId") String draftId, @Param("status") DraftStatus status);

    void setEditor(
            @Param("draftId") String draftId,
            @Param("editor") @Nullable String editor,
            @Param("at") @Nullable LocalDateTime at);

    List<DraftFile> files(@Param("draftId") String draftId);

    Optional<DraftFile> file(@Param("draftId") String draftId, @Param("fileId") String fileId);

    void insertFile(@Param("f") DraftFile file);

    /** Nothing is changed when the version is not the one given. */
    int save(
            @Param("fileId") String fileId,
            @Param("content") String content,
            @Param("version") int version,
            @Param("by") String by,
            @Param("at") LocalDateTime at);

    void deleteFile(@Param("draftId") String draftId, @Param("fileId") String fileId);

    List<CommentRow> comments(@Param("draftId") String draftId);

    void insertComment(@Param("c") CommentRow comment);

    /** What a colleague said. */
    record CommentRow(
            String commentId,
            String draftId,
            @Nullable String about,
            String text,
            String writtenBy,
            LocalDateTime writtenAt) {}
}
