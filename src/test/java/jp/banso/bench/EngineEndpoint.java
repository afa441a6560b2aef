package jp.banso.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.people.Member;
import jp.banso.worklist.WorklistPages;
import jp.banso.worklist.WorklistView;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The engine's own task query and counts, behind the same sign-in as the product's pages. Only while measuring. */
@RestController
@Profile("bench")
class EngineEndpoint {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final TaskService tasks;
    private final WorklistPages pages;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EngineEndpoint(TaskService tasks, WorklistPages pages, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.pages = pages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A row of the engine's list. */
    record Row(
            String taskId,
            String step,
            String name,
            String process,
            @Nullable String assignee,
            Date createdAt,
            @Nullable Date due,
            @Nullable Date followUp,
            int priority,
            boolean suspended) {

        static Row of(Task t) {
            return new Row(
                    t.getId(),
                    t.getTaskDefinitionKey(),
                    t.getName(),
                    t.getProcessDefinitionId(),
                    t.getAssignee(),
                    t.getCreateTime(),
                    t.getDueDate(),
                    t.getFollowUpDate(),
                    t.getPriority(),
                    t.isSuspended());
        }
    }

    /** The first page of the team view: everything in the member's queues, held or not, the earliest first. */
    @GetMapping("/api/v1/bench/engine/worklist")
    Map<String, Object> worklist(@RequestParam(defaultValue = "50") int limit, Member member) {
        List<Row> rows = team(member).orderByDueDate().asc().orderByTaskId().asc().listPage(0, limit + 1).stream()
                .map(Row::of)
                .toList();
        return Map.of("items", rows.subList(0, Math.min(limit, rows.size())), "more", rows.size() > limit);
    }

    /** The same six counts as the product's, by the engine's queries. */
    @GetMapping("/api/v1/bench/engine/counts")
    Map<String, Long> engineCounts(Member member) {
        LocalDate today = LocalDate.now(clock);
        Date now = Date.from(clock.instant());
        Date tomorrow = at(today.plusDays(1));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("mine", query(member).taskAssignee(member.username()).count());
        counts.put("team", team(member).count());
        counts.put(
                "unclaimed", query(member).taskCandidateGroupIn(groups(member)).count());
        counts.put("today", mineOrFree(member).dueAfter(now).dueBefore(tomorrow).count());
        counts.put("overdue", mineOrFree(member).dueBefore(now).count());
        counts.put("waiting", mineOrFree(member).followUpAfter(now).count());
        return counts;
    }

    /** What the board says of each step, by the engine's own counts; all offices of the municipality are the member's. */
    @GetMapping("/api/v1/bench/engine/overdue")
    List<StepCounts> overdue(Member member) {
        LocalDate today = LocalDate.now(clock);
        Date start = at(today);
        Date later = at(calendar.plusWorkingDays(today, 6, null));
        return Kind.ALL.stream()
                .map(kind -> new StepCounts(
                        kind.step(),
                        query(member).taskDefinitionKey(kind.step()).count(),
                        query(member)
                                .taskDefinitionKey(kind.step())
                                .dueAfter(start)
                                .dueBefore(later)
                                .count(),
                        query(member)
                                .taskDefinitionKey(kind.step())
                                .dueBefore(start)
                                .count()))
                .toList();
    }

    record StepCounts(String key, long open, long dueSoon, long overdue) {}

    private static Date at(LocalDate day) {
        return Date.from(day.atStartOfDay(TOKYO).toInstant());
    }

    /** The product's counts without its page. */
    @GetMapping("/api/v1/bench/counts")
    Map<String, Integer> counts(Member member) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        pages.counts(member).forEach((WorklistView view, Integer n) -> counts.put(view.id(), n));
        return counts;
    }

    private TaskQuery query(Member member) {
        return tasks.createTaskQuery().tenantIdIn(member.municipalityId());
    }

    private TaskQuery team(Member member) {
        return query(member).taskCandidateGroupIn(groups(member)).includeAssignedTasks();
    }

    private TaskQuery mineOrFree(Member member) {
        return team(member)
                .or()
                .taskAssignee(member.username())
                .taskUnassigned()
                .endOr();
    }

    private static List<String> groups(Member member) {
        return member.memberships().stream()
                .map(m -> m.officeId() + "/" + m.role())
                .toList();
    }
}
