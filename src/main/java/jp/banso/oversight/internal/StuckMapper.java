package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.oversight.StuckCase;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Cases that stand still, and the days on which someone looks at them again. */
@Mapper
public interface StuckMapper {

    List<BoardMapper.ReasonCount> reasons(@Param("q") StuckQuery query);

    List<StuckCase> page(@Param("q") StuckQuery query, @Param("offset") int offset, @Param("limit") int limit);

    int changeFollowUp(FollowUpRow row);

    void addFollowUp(FollowUpRow row);

    /** Days that have come, with whose they are. */
    List<FollowUpRow> dueFollowUps(@Param("today") LocalDate today);

    record FollowUpRow(String caseNo, LocalDate followOn, String what, String setBy, LocalDateTime setAt) {}
}
