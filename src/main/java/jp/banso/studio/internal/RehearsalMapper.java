package jp.banso.studio.internal;

import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What scenarios said of proposals. */
@Mapper
public interface RehearsalMapper {

    void insert(@Param("r") Row row);

    Optional<Row> find(@Param("id") String publicationId);

    /** @param results the lines as JSON */
    record Row(
            String publicationId,
            LocalDateTime playedAt,
            int passed,
            int changed,
            int stuck,
            int notPlayed,
            @Nullable String note,
            String results) {}
}
