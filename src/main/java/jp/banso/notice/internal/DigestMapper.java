package jp.banso.notice.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.notice.Preference;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Mails of a day, and the figures they tell. */
@Mapper
interface DigestMapper {

    /** Who wants a mail and has none decided for that day, or one that failed and may be tried again. */
    List<Preference> waiting(
            @Param("day") LocalDate day,
            @Param("attempts") int attempts,
            @Param("triedBefore") LocalDateTime triedBefore);

    void decide(
            @Param("username") String username,
            @Param("day") LocalDate day,
            @Param("weekly") boolean weekly,
            @Param("state") String state,
            @Param("now") LocalDateTime now);

    /** Takes a failed mail for another try; 0 when somebody else has. */
    int decideAgain(
            @Param("username") String username,
            @Param("day") LocalDate day,
            @Param("attempts") int attempts,
            @Param("triedBefore") LocalDateTime triedBefore,
            @Param("now") LocalDateTime now);

    void result(
            @Param("username") String username,
            @Param("day") LocalDate day,
            @Param("state") String state,
            @Param("failure") @Nullable String failure);

    List<TroubleRow> troubles(@Param("since") LocalDateTime since, @Param("sentBefore") LocalDateTime sentBefore);

    int heldSteps(
            @Param("queue") String queue, @Param("from") LocalDateTime from, @Param("before") LocalDateTime before);

    Optional<WeeklyCount> week(@Param("officeId") String officeId, @Param("day") LocalDate day);

    Optional<WeeklyCount> weekBefore(@Param("officeId") String officeId, @Param("day") LocalDate day);

    void insertWeek(WeeklyCount count);

    /** A mail that did not get out, or of which nobody knows. */
    record TroubleRow(
            String username,
            LocalDate sentFor,
            String state,
            int attempts,
            LocalDateTime triedAt,
            @Nullable String failure) {}
}
