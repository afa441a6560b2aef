package jp.banso.worklist;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A step as the API gives it (api.md).
 *
 * @param overdueDays open days past the due date; 0 when not late
 * @param state {@code open}, {@code waiting} or {@code suspended}
 */
public record TaskJson(
        String taskId,
        String step,
        String name,
        String process,
        String caseNo,
        String displayName,
        String office,
        String role,
        @Nullable String assignee,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime due,
        int overdueDays,
        String state,
        @Nullable String waitingFor,
        int version) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    public static TaskJson of(WorkItem item, int overdueDays) {
        return new TaskJson(
                item.taskId(),
                item.step(),
                item.name(),
                item.processKey(),
                item.caseNo(),
                item.displayName(),
                item.officeId(),
                item.role(),
                item.assignee(),
                at(item.createdAt()),
                item.dueAt() == null ? null : at(item.dueAt()),
                overdueDays,
                item.state(),
                item.waitingFor(),
                item.version());
    }

    /** A time of the product as ISO-8601 with offset. */
    public static OffsetDateTime at(LocalDateTime time) {
        return time.atZone(TOKYO).toOffsetDateTime();
    }
}
