package jp.banso.studio.internal.move;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.processengine.Moved;
import jp.banso.studio.CaseMoveItem;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of moves. Public only so that the module itself can reach it. */
@Mapper
public interface MoveMapper {

    void insert(MoveRow row);

    void insertItems(@Param("moveId") String moveId, @Param("items") List<CaseMoveItem> items);

    Optional<MoveRow> find(@Param("moveId") String moveId);

    List<MoveRow> list(@Param("municipalityId") String municipalityId, @Param("processKey") String processKey);

    List<String> inStatus(@Param("statuses") List<String> statuses);

    /** Moves from the same version that are not over. */
    int unfinished(@Param("municipalityId") String municipalityId, @Param("source") String source);

    List<Counted> counts(@Param("moveId") String moveId);

    /** 0 when it was in none of these statuses. */
    int setStatus(
            @Param("moveId") String moveId,
            @Param("from") List<String> from,
            @Param("to") String to,
            @Param("finishedAt") @Nullable LocalDateTime finishedAt);

    int setWave(@Param("moveId") String moveId, @Param("wave") int wave);

    List<CaseMoveItem> items(
            @Param("moveId") String moveId,
            @Param("status") @Nullable String status,
            @Param("after") int after,
            @Param("limit") int limit);

    /** The number of the last item of the next wave, or of all. */
    @Nullable
    Integer lastOfWave(@Param("moveId") String moveId, @Param("wave") int wave);

    int queue(@Param("moveId") String moveId, @Param("last") int last);

    /** Changes the status of one item and keeps its row locked until the transaction ends; 0 when another was faster. */
    int claim(
            @Param("moveId") String moveId,
            @Param("itemNo") int itemNo,
            @Param("from") String from,
            @Param("to") String to,
            @Param("reason") @Nullable String reason);

    void moved(
            @Param("moveId") String moveId,
            @Param("itemNo") int itemNo,
            @Param("moved") Moved moved,
            @Param("at") LocalDateTime at);

    Optional<Moved> ticket(@Param("moveId") String moveId, @Param("itemNo") int itemNo);

    int askBack(@Param("moveId") String moveId, @Param("itemNo") @Nullable Integer itemNo);

    record MoveRow(
            String moveId,
            String municipalityId,
            String processKey,
            String processName,
            String sourceDefinition,
            String targetDefinition,
            int sourceVersion,
            int targetVersion,
            String mapping,
            int waveSize,
            String status,
            String createdBy,
            LocalDateTime createdAt,
            @Nullable LocalDateTime finishedAt) {}

    record Counted(String status, int items) {}
}
