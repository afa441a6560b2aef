package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import jp.banso.absence.HeldSteps.Falling;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What lies on somebody's desk. */
@Mapper
public interface HeldMapper {

    List<Held> open(@Param("queues") Collection<String> queues);

    /** Steps of one holder's queue in three numbers. */
    Counts counts(@Param("holder") String holder, @Param("during") During during);

    List<Falling> falling(
            @Param("holder") String holder,
            @Param("during") During during,
            @Param("lying") Collection<String> lying,
            @Param("seenIn") Collection<String> seenIn,
            @Param("limit") int limit);

    record Held(String queueKey, int steps) {}

    record Counts(int held, int overdue, int during) {}

    /** From the beginning of the first day to the end of the last. */
    record During(LocalDateTime now, LocalDateTime from, LocalDateTime before) {}
}
