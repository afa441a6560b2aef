package jp.banso.worklist;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.Flow;
import jp.banso.worklist.internal.WorkItemMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who lead an office do with its steps, besides handing them over. */
@Service
public class Steering {

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 15);
    private static final int LONGEST_REASON = 200;

    private final Worklist worklist;
    private final WorkItemMapper items;
    private final WorkItemFeed feed;
    private final Flow flow;
    private final Comments comments;
    private final Audit audit;
    private final DaysAhead days;

    Steering(
            Worklist worklist,
            WorkItemMapper items,
            WorkItemFeed feed,
            Flow flow,
            Comments comments,
            Audit audit,
            DaysAhead days) {
        this.worklist = worklist;
        this.items = items;
        this.feed = feed;
        this.flow = flow;
        this.comments = comments;
        this.audit = audit;
        this.days = days;
    }

    /**
     * Sets another due day, or the next one on which its office is open; the reason stays beside the step for whoever does it.
     *
     * @return the day it is now
     * @throws StepTaken when the step is over
     * @throws CannotTake when the day is over or too far ahead, or the reason is missing or too long
     */
    @Transactional
    public LocalDate changeDue(String taskId, LocalDate asked, String reason, Member by) {
        WorkItem item = worklist.lock(taskId).orElseThrow(() -> new StepTaken("この手順は、もう終わっています。", null, null));
        if (!leads(taskId, by)) {
            throw new NotHere();
        }
        LocalDate day = days.fromToday(asked, item.officeId());
        String why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw new CannotTake("期限を変える理由を" + LONGEST_REASON + "文字までで書いてください。");
        }
        LocalTime time = item.dueAt() == null ? END_OF_DAY : item.dueAt().toLocalTime();
        flow.setDue(taskId, day.atTime(time));
        feed.rebuild(taskId);
        comments.write(item, "期限を" + JapaneseDate.full(day) + "に変えました。" + why, by);
        audit.changed(item.caseNo(), "task.due", item.step() + " " + day);
        return day;
    }

    /** Which of these members may take which of the steps; a step that none may take has an empty set. */
    @Transactional(readOnly = true)
    public Map<String, Set<String>> takers(Collection<String> taskIds, List<Member> members) {
        Map<String, Set<String>> takers = new HashMap<>();
        taskIds.forEach(taskId -> takers.put(taskId, new HashSet<>()));
        for (Member member : members) {
            List<String> may =
                    taskIds.isEmpty() ? List.of() : items.takeable(List.copyOf(taskIds), Queues.mayTake(member));
            may.forEach(taskId -> takers.get(taskId).add(member.username()));
        }
        return takers;
    }

    private boolean leads(String taskId, Member member) {
        Set<String> queues = Set.copyOf(items.queuesOf(taskId));
        return Queues.team(member).stream().anyMatch(q -> q.endsWith("/*") && queues.contains(q));
    }
}
