package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.oversight.FinishedStep;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Finished steps, and the figures that are drawn up from them once a day or week has passed. */
@Mapper
public interface HistoryMapper {

    @Nullable
    LocalDate drawnUpTo(@Param("figures") String figures);

    @Nullable
    LocalDateTime firstDone();

    /** Takes the turn to draw up figures: 0 when another node was faster. */
    int advance(@Param("figures") String figures, @Param("from") LocalDate from, @Param("to") LocalDate to);

    void begin(@Param("figures") String figures, @Param("from") LocalDate from);

    /** Steps of these offices that were done. */
    List<Done> doneOf(
            @Param("leads") List<String> leads, @Param("from") LocalDateTime from, @Param("to") LocalDateTime to);

    /** Finished steps behind a number, newest first. */
    List<FinishedStep> finished(
            @Param("f") FinishedFilter filter, @Param("offset") int offset, @Param("limit") int limit);

    int countFinished(@Param("f") FinishedFilter filter);

    /** How a step of these offices ended. */
    Optional<Over> over(@Param("leads") List<String> leads, @Param("taskId") String taskId);

    /** @param outcome {@code done} or {@code dropped} */
    record Over(String name, String outcome, @Nullable String doneBy, LocalDateTime doneAt) {}

    /** From one finished step to the next of the same case, the slowest on average first; calendar days. */
    List<Passage> passages(
            @Param("leads") List<String> leads,
            @Param("process") String process,
            @Param("from") LocalDateTime from,
            @Param("to") LocalDateTime to);

    /** How many open cases wait for a message at these places. */
    List<Waiting> waiting(@Param("leads") List<String> leads, @Param("places") List<String> places);

    record Waiting(String activity, int cases) {}

    /** Open and late steps of a process, by version and step. */
    List<OpenCount> open(
            @Param("leads") List<String> leads, @Param("process") String process, @Param("today") LocalDateTime today);

    record OpenCount(String definitionId, String step, int open, int late) {}

    record Passage(String fromStep, String toStep, int cases, double days) {}

    void insertDays(@Param("rows") List<DayRow> rows);

    void insertBacklog(
            @Param("weekEnd") LocalDate weekEnd, @Param("at") LocalDateTime at, @Param("leads") List<String> leads);

    List<Week> weeks(@Param("leads") List<String> leads, @Param("after") LocalDate after);

    List<DayCount> days(
            @Param("leads") List<String> leads, @Param("from") LocalDate from, @Param("until") LocalDate until);

    List<DayCount> daysOfAll(@Param("from") LocalDate from);

    void deleteRisks();

    void insertRisk(RiskRow row);

    /** One finished step of the leading office. */
    record Done(
            String leadOfficeId,
            String processKey,
            String definitionId,
            String step,
            LocalDateTime createdAt,
            @Nullable LocalDateTime dueAt,
            LocalDateTime doneAt) {}

    record DayRow(
            LocalDate doneOn,
            String leadOfficeId,
            String processKey,
            String definitionId,
            String step,
            int openDays,
            int done,
            int late) {}

    record Week(LocalDate weekEnd, int open, int late) {}

    /** How many finished after {@code openDays} working days, and how many of them late. */
    record DayCount(
            String leadOfficeId,
            String processKey,
            String definitionId,
            String step,
            int openDays,
            int done,
            int late) {}

    record RiskRow(
            String leadOfficeId, String step, int openDays, int reached, int becameLate, LocalDateTime createdBefore) {}
}
