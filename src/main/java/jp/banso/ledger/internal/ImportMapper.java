package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Files on their way in, their rows, and which case a number became. Texts of cells and problems are JSON. */
@Mapper
interface ImportMapper {

    void insert(@Param("row") ImportRow row, @Param("content") byte[] content);

    Optional<ImportRow> find(@Param("importId") String importId);

    List<ImportRow> list(@Param("municipalityId") String municipalityId, @Param("offices") Collection<String> offices);

    List<String> inStatus(@Param("status") String status);

    /** 0 when it was in another status. */
    int setStatus(
            @Param("importId") String importId,
            @Param("from") Collection<String> from,
            @Param("to") String to,
            @Param("startedAt") @Nullable LocalDateTime startedAt,
            @Param("finishedAt") @Nullable LocalDateTime finishedAt);

    void insertRows(@Param("importId") String importId, @Param("rows") Collection<LedgerLine> rows);

    List<LedgerLine> rows(
            @Param("importId") String importId,
            @Param("state") String state,
            @Param("after") int after,
            @Param("limit") int limit);

    List<StateCount> counts(@Param("importId") String importId);

    /** 0 when the row is not ready any more: another was faster. */
    int finish(
            @Param("importId") String importId,
            @Param("rowNo") int rowNo,
            @Param("state") String state,
            @Param("problems") String problems,
            @Param("caseNo") @Nullable String caseNo);

    List<Entry> entries(@Param("municipalityId") String municipalityId, @Param("officeId") String officeId);

    Optional<Entry> entry(
            @Param("municipalityId") String municipalityId,
            @Param("officeId") String officeId,
            @Param("receivedNo") String receivedNo);

    void insertEntry(
            @Param("municipalityId") String municipalityId,
            @Param("officeId") String officeId,
            @Param("entry") Entry entry,
            @Param("importId") String importId);

    Counts figures(@Param("importId") String importId);

    /** An import without its content. */
    record ImportRow(
            String importId,
            String municipalityId,
            String officeId,
            String fileName,
            String sha256,
            String encoding,
            String header,
            String notes,
            int blankRows,
            LocalDate asOf,
            String status,
            String uploadedBy,
            LocalDateTime uploadedAt,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime finishedAt) {}

    /** A row with what became of it. */
    record LedgerLine(
            int rowNo, String state, String receivedNo, String cells, String problems, @Nullable String caseNo) {}

    record StateCount(String state, int count) {}

    record Entry(String receivedNo, String fingerprint, String caseNo) {}

    /** The figures, with the first and the last day of receipt. */
    record Counts(
            int received,
            int interviewed,
            int planned,
            int target,
            int hired,
            int evaluatedBoth,
            int improved,
            int visits,
            int budget,
            int budgetPlan,
            int persons,
            int open,
            @Nullable LocalDate firstOn,
            @Nullable LocalDate lastOn) {}
}
