package jp.banso.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Turns steps into what the API shows, counting lateness in open days of the office. */
@Component
public class TaskViews {

    private final WorkingCalendar calendar;
    private final Clock clock;

    TaskViews(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    public TaskJson json(WorkItem item) {
        return TaskJson.of(item, overdueDays(item));
    }

    public List<TaskJson> json(List<WorkItem> items) {
        return items.stream().map(this::json).toList();
    }

    /** Open days since the due date; at least 1 once it has passed. */
    public int overdueDays(WorkItem item) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (item.dueAt() == null || !item.dueAt().isBefore(now)) {
            return 0;
        }
        LocalDate due = item.dueAt().toLocalDate();
        return (int) Math.max(1, calendar.workingDaysBetween(due, now.toLocalDate(), item.officeId()));
    }
}
