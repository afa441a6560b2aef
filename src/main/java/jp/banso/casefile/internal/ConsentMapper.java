package jp.banso.casefile.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Consents. Public only so that the module itself can reach it. */
@Mapper
public interface ConsentMapper {

    void insert(@Param("row") Row row, @Param("recordedAt") LocalDateTime recordedAt);

    List<Row> ofCase(@Param("caseNo") String caseNo);

    int end(
            @Param("caseNo") String caseNo,
            @Param("on") LocalDate on,
            @Param("reason") String reason,
            @Param("by") String by);

    /** As stored; several codes are joined by commas. */
    record Row(
            String consentId,
            String caseNo,
            LocalDate consentedOn,
            String recipients,
            String infoTypes,
            String recordedBy,
            @Nullable LocalDate endedOn,
            @Nullable String endReason) {}
}
