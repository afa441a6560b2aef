package jp.banso.oversight.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What members hold, and how many cases they can carry. */
@Mapper
public interface WorkloadMapper {

    List<HeldRow> held(
            @Param("leads") List<String> leads,
            @Param("today") LocalDateTime today,
            @Param("nextWeek") LocalDateTime nextWeek);

    /** Open steps that these members hold. */
    List<HeldStep> heldBy(@Param("municipalityId") String municipalityId, @Param("usernames") List<String> usernames);

    record HeldStep(String taskId, String assignee) {}

    List<CaseRow> cases(@Param("leads") List<String> leads);

    List<UsualRow> usualDays(@Param("leads") List<String> leads, @Param("from") LocalDate from);

    List<CapacityRow> capacities();

    int changeCapacity(CapacityRow row);

    void addCapacity(CapacityRow row);

    record HeldRow(String assignee, String step, int open, int overdue, int dueThisWeek) {}

    record CaseRow(String owner, String category, int cases) {}

    record UsualRow(String step, double days) {}

    record CapacityRow(String username, int cases, String note) {}
}
