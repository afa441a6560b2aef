package jp.banso.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.FirstHolder.NewTask;
import jp.banso.processengine.Flow;
import jp.banso.worklist.internal.WorkItemMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The worklist over its read model and the engine. */
@Service
class WorklistService implements Worklist {

    private static final int LONGEST_WAITING_FOR = 100;

    private final WorkItemMapper items;
    private final WorkItemFeed feed;
    private final StepQueues queuesOf;
    private final Flow flow;
    private final People people;
    private final Audit audit;
    private final Clock clock;
    private final StandIns standIns;
    private final DaysAhead days;

    WorklistService(
            WorkItemMapper items,
            WorkItemFeed feed,
            StepQueues queuesOf,
            Flow flow,
            People people,
            Audit audit,
            Clock clock,
            StandIns standIns,
            DaysAhead days) {
        this.days = days;
        this.standIns = standIns;
        this.items = items;
        this.feed = feed;
        this.queuesOf = queuesOf;
        this.flow = flow;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<WorkItem> find(String taskId, Member member) {
        return items.find(taskId, now()).filter(item -> maySee(item, member));
    }

    @Override
    public Optional<WorkItem> lock(String taskId) {
        // All steps of the case in one order: their rows are rebuilt together, and the engine joins their paths.
        List<WorkItem> locked = items.lockCaseOf(taskId, now());
        queuesOf.forget();
        return locked.stream().filter(item -> item.taskId().equals(taskId)).findFirst();
    }

    @Override
    public List<WorkItem> ofCase(String businessKey, Member member) {
        return ofCase(businessKey).stream().filter(item -> maySee(item, member)).toList();
    }

    @Override
    public List<WorkItem> ofCase(String businessKey) {
        return items.ofCase(businessKey, now());
    }

    @Override
    public boolean mayWork(WorkItem item, Member member) {
        if (member.username().equals(item.assignee())) {
            return true;
        }
        Set<String> queues = queuesOf.of(item.taskId());
        return Queues.mayTake(member).stream().anyMatch(queues::contains);
    }

    @Override
    @Transactional
    public WorkItem claim(String taskId, Member member) {
        WorkItem item = locked(taskId, member);
        if (member.username().equals(item.assignee())) {
            return item;
        }
        if (item.assignee() != null) {
            throw new StepTaken(people.nameOf(item.assignee()) + "さんが先に引き受けています。", item.assignee(), null);
        }
        requireMayWork(item, member);
        return assigned(item, member.username(), member);
    }

    @Override
    @Transactional
    public WorkItem release(String taskId, Member member) {
        WorkItem item = locked(taskId, member);
        if (item.assignee() == null) {
            return item;
        }
        if (!item.assignee().equals(member.username()) && !leads(item, member)) {
            throw new StepTaken(people.nameOf(item.assignee()) + "さんが持っています。", item.assignee(), null);
        }
        return assigned(item, null, member);
    }

    @Override
    @Transactional
    public WorkItem assign(String taskId, String username, Member by) {
        WorkItem item = locked(taskId, by);
        if (!mayWork(item, by) && !leads(item, by)) {
            throw new NotHere();
        }
        Member to = people.find(username)
                .filter(m -> m.municipalityId().equals(item.municipalityId()))
                .orElseThrow(() -> new CannotTake("その人は登録されていません。"));
        Set<String> queues = queuesOf.of(taskId);
        if (Queues.mayTake(to).stream().noneMatch(queues::contains)) {
            throw new CannotTake(to.displayName() + "さんは、この手順を担当する役割ではありません。");
        }
        return assigned(item, username, by);
    }

    @Override
    @Transactional
    public WorkItem followUp(
            String taskId, @Nullable LocalDate on, @Nullable WaitingKind kind, @Nullable String waitingFor, Member by) {
        WorkItem item = locked(taskId, by);
        if (!mayWork(item, by) && !leads(item, by)) {
            throw new NotHere();
        }
        if (waitingFor != null && waitingFor.strip().length() > LONGEST_WAITING_FOR) {
            throw new CannotTake("待っている相手は" + LONGEST_WAITING_FOR + "文字までにしてください。");
        }
        flow.setFollowUp(
                taskId, on == null ? null : days.afterToday(on, item.officeId()).atTime(8, 30));
        feed.rebuild(taskId);
        items.setWaitingFor(
                taskId,
                on == null || kind == null ? null : kind.name(),
                on == null || waitingFor == null || waitingFor.isBlank() ? null : waitingFor.strip());
        audit.changed(item.caseNo(), "task.follow-up", item.step() + " " + (on == null ? "-" : on));
        return items.find(taskId, now()).orElseThrow();
    }

    @Override
    public Set<String> mayWork(List<WorkItem> work, Member member) {
        List<String> queues = new ArrayList<>(Queues.mayTake(member));
        queues.add(Queues.ofHolder(member.username()));
        return work.isEmpty()
                ? Set.of()
                : Set.copyOf(items.takeable(work.stream().map(WorkItem::taskId).toList(), queues));
    }

    @Override
    public Set<String> covered(List<WorkItem> work, Member member) {
        return standIns.among(work, member);
    }

    @Override
    public Optional<Place> placeOf(NewTask task) {
        return feed.placeOf(task);
    }

    @Override
    public boolean mayWork(Place place, Member member) {
        return Queues.mayTake(member).stream().anyMatch(place.queues()::contains);
    }

    @Override
    @Transactional
    public void catchUp(String businessKey) {
        feed.catchUp(businessKey);
    }

    @Override
    @Transactional
    public void refresh(String businessKey) {
        feed.refresh(businessKey);
    }

    private boolean leads(WorkItem item, Member member) {
        Set<String> queues = queuesOf.of(item.taskId());
        return Queues.team(member).stream().anyMatch(q -> q.endsWith("/*") && queues.contains(q));
    }

    @Override
    public boolean maySee(WorkItem item, Member member) {
        if (!item.municipalityId().equals(member.municipalityId())) {
            return false;
        }
        Set<String> queues = queuesOf.of(item.taskId());
        return Queues.sight(member).stream().anyMatch(queues::contains);
    }

    private WorkItem locked(String taskId, Member member) {
        WorkItem item = items.lock(taskId, now()).orElseThrow(() -> new StepTaken("この手順は、もう終わっています。", null, null));
        queuesOf.forget();
        if (!maySee(item, member)) {
            throw new NotHere();
        }
        return item;
    }

    private void requireMayWork(WorkItem item, Member member) {
        if (!mayWork(item, member)) {
            throw new NotHere();
        }
    }

    private WorkItem assigned(WorkItem item, @Nullable String username, Member by) {
        flow.setAssignee(item.taskId(), username);
        feed.rebuild(item.taskId());
        audit.changed(
                item.caseNo(),
                username == null ? "task.release" : "task.assign",
                item.step() + (username == null ? "" : " " + username));
        return items.find(item.taskId(), now()).orElseThrow();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
