package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.oversight.internal.ReassignmentMapper;
import jp.banso.oversight.internal.ReassignmentMapper.ItemRow;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.text.RowId;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.NewHolders;
import jp.banso.worklist.Steering;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Hands many steps over by a rule: planned, carried out one by one with a result each, and taken back. */
@Service
public class Reassignments {

    /** Most steps at once. */
    public static final int MOST = 300;

    private final Worklist worklist;
    private final Steering steering;
    private final ReassignmentMapper rows;
    private final People people;
    private final CoveredLoads covered;
    private final NewHolders newHolders;
    private final Clock clock;

    Reassignments(
            Worklist worklist,
            Steering steering,
            ReassignmentMapper rows,
            People people,
            CoveredLoads covered,
            NewHolders newHolders,
            Clock clock) {
        this.covered = covered;
        this.newHolders = newHolders;
        this.worklist = worklist;
        this.steering = steering;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    /**
     * How steps find their new holder.
     *
     * @param receivers usernames to choose from
     * @param sameOffice only someone of the office where the step lies
     * @param specialists someone of a role of whom it comes from, as long as one of those who may take it has one
     */
    public record Rule(List<String> receivers, boolean sameOffice, boolean specialists) {}

    /**
     * @param takers which of the receivers may take it
     * @param to null when none of them may
     */
    public record Proposal(WorkItem step, Set<String> takers, @Nullable String to) {}

    /** @param before open steps held or covered now; {@code after} with the proposals carried out */
    public record Load(String username, int before, int after) {}

    /**
     * @param loads of the receivers
     * @param givers loads of those from whom something comes and who receive nothing
     */
    public record Plan(List<Proposal> proposals, List<Load> loads, List<Load> givers) {}

    /** @param refused why it was not done, or null */
    public record Result(
            String taskId,
            String caseNo,
            String name,
            @Nullable String from,
            String to,
            @Nullable String refused,
            @Nullable String undoRefused) {}

    public record Batch(String id, LocalDateTime madeAt, @Nullable LocalDateTime undoneAt, List<Result> results) {}

    /** Gives each step to whoever of those who may take it then holds the fewest; the longest late first. */
    public Plan plan(List<String> taskIds, Rule rule, Member by) {
        List<WorkItem> steps = taskIds.stream()
                .distinct()
                .limit(MOST)
                .map(taskId -> worklist.find(taskId, by))
                .flatMap(Optional::stream)
                .toList();
        List<Member> receivers = rule.receivers().stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .toList();
        var takers = steering.takers(steps.stream().map(WorkItem::taskId).toList(), receivers);
        List<String> givers = steps.stream()
                .map(WorkItem::assignee)
                .filter(each -> each != null && !rule.receivers().contains(each))
                .distinct()
                .toList();
        Map<String, Integer> before =
                loads(Stream.concat(rule.receivers().stream(), givers.stream()).toList());
        Map<String, Integer> after = new HashMap<>(before);
        List<Proposal> proposals = new ArrayList<>();
        for (WorkItem step : steps) {
            Set<String> may = takers.getOrDefault(step.taskId(), Set.of());
            String to = fitting(receivers, may, step, rule).stream()
                    .map(Member::username)
                    .min((a, b) -> Integer.compare(load(after, a, step), load(after, b, step)))
                    .orElse(null);
            if (to != null && !to.equals(step.assignee())) {
                after.merge(to, 1, Integer::sum);
                if (step.assignee() != null) {
                    after.merge(step.assignee(), -1, Integer::sum);
                }
            }
            proposals.add(new Proposal(step, may, to));
        }
        return new Plan(proposals, loads(rule.receivers(), before, after), loads(givers, before, after));
    }

    private static List<Load> loads(List<String> of, Map<String, Integer> before, Map<String, Integer> after) {
        return of.stream()
                .map(each -> new Load(each, before.getOrDefault(each, 0), after.getOrDefault(each, 0)))
                .toList();
    }

    /** Hands each step to the person named for it, each in its own transaction; returns the id of the results. */
    public String carryOut(Map<String, String> receiverOf, Member by) {
        String id = RowId.next();
        rows.insert(id, by.municipalityId(), by.username(), LocalDateTime.now(clock));
        Map<String, List<WorkItem>> moved = new LinkedHashMap<>();
        int no = 0;
        for (Map.Entry<String, String> each : receiverOf.entrySet()) {
            if (no == MOST) {
                break;
            }
            rows.insertItem(handOver(id, no++, each.getKey(), each.getValue(), by, moved));
        }
        moved.forEach((receiver, items) -> newHolders.tell(by, receiver, items));
        return id;
    }

    /** Gives back what its receiver still holds; steps done or handed on since stay where they are. */
    public void undo(String id, Member by) {
        if (rows.markUndone(id, by.username(), LocalDateTime.now(clock)) == 0) {
            throw new NotHere();
        }
        Map<String, List<WorkItem>> back = new LinkedHashMap<>();
        for (ItemRow item : rows.items(id)) {
            if (item.refused() == null) {
                rows.setUndoRefused(id, item.itemNo(), giveBack(item, by, back));
            }
        }
        back.forEach((holder, items) -> newHolders.tell(by, holder, items));
    }

    public Batch batch(String id, Member by) {
        var batch = rows.find(id, by.username()).orElseThrow(NotHere::new);
        return new Batch(
                id,
                batch.madeAt(),
                batch.undoneAt(),
                rows.items(id).stream()
                        .map(i -> new Result(
                                i.taskId(),
                                i.businessKey(),
                                i.name(),
                                i.fromUser(),
                                i.toUser(),
                                i.refused(),
                                i.undoRefused()))
                        .toList());
    }

    /** Open steps that each of these people holds, or covers today. */
    public Map<String, Integer> loads(List<String> usernames) {
        Map<String, Integer> loads = new HashMap<>();
        usernames.forEach(each -> loads.put(each, 0));
        if (!usernames.isEmpty()) {
            rows.loads(usernames).forEach(each -> loads.put(each.username(), each.steps()));
            people.find(usernames.get(0))
                    .map(Member::municipalityId)
                    .map(covered::of)
                    .orElse(Map.of())
                    .forEach((deputy, steps) -> loads.computeIfPresent(deputy, (name, held) -> held + steps));
        }
        return loads;
    }

    /** Whoever holds the step already counts without it, so that nothing is moved to and fro. */
    private static int load(Map<String, Integer> loads, String username, WorkItem step) {
        return loads.getOrDefault(username, 0) - (username.equals(step.assignee()) ? 1 : 0);
    }

    /** Those of the receivers who may take the step and fit the rule. */
    private List<Member> fitting(List<Member> receivers, Set<String> may, WorkItem step, Rule rule) {
        List<Member> fitting = receivers.stream()
                .filter(m -> may.contains(m.username()))
                .filter(m -> !rule.sameOffice() || m.officeIds().contains(step.officeId()))
                .toList();
        List<String> roles = !rule.specialists() || step.assignee() == null
                ? List.of()
                : people.find(step.assignee())
                        .map(Member::roles)
                        .map(List::copyOf)
                        .orElse(List.of());
        List<Member> alike = fitting.stream()
                .filter(m -> m.roles().stream().anyMatch(roles::contains))
                .toList();
        return alike.isEmpty() ? fitting : alike;
    }

    private ItemRow handOver(
            String id, int no, String taskId, String to, Member by, Map<String, List<WorkItem>> moved) {
        WorkItem step = worklist.find(taskId, by).orElse(null);
        if (step == null) {
            return new ItemRow(id, no, taskId, "", "", null, to, "もう終わっているか、見られないやることです。", null);
        }
        String refused = null;
        try {
            WorkItem now = worklist.assign(taskId, to, by);
            if (!to.equals(step.assignee())) {
                moved.computeIfAbsent(to, each -> new ArrayList<>()).add(now);
            }
        } catch (StepTaken | CannotTake cannot) {
            refused = cannot.getMessage();
        } catch (NotHere notHere) {
            refused = "担当を変えられるのは、この窓口を見る立場の人です。";
        }
        return new ItemRow(id, no, taskId, step.caseNo(), step.name(), step.assignee(), to, refused, null);
    }

    private @Nullable String giveBack(ItemRow item, Member by, Map<String, List<WorkItem>> back) {
        WorkItem step = worklist.find(item.taskId(), by).orElse(null);
        if (step == null) {
            return "もう終わっています。";
        }
        if (!item.toUser().equals(step.assignee())) {
            return "そのあと、ほかの人の担当になっています。";
        }
        try {
            if (item.fromUser() == null) {
                worklist.release(item.taskId(), by);
            } else {
                back.computeIfAbsent(item.fromUser(), each -> new ArrayList<>())
                        .add(worklist.assign(item.taskId(), item.fromUser(), by));
            }
            return null;
        } catch (StepTaken | CannotTake cannot) {
            return cannot.getMessage();
        }
    }
}
