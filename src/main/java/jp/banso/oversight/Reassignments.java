package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.oversight.internal.ReassignmentMapper;
import jp.banso.oversight.internal.ReassignmentMapper.ItemRow;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.text.RowId;
import jp.banso.worklist.CannotTake;
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
    private final Clock clock;

    Reassignments(Worklist worklist, Steering steering, ReassignmentMapper rows, People people, Clock clock) {
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
     * @param specialists only someone who has the step's own role, not one who may stand in
     */
    public record Rule(List<String> receivers, boolean sameOffice, boolean specialists) {}

    /** @param to null when none of the receivers may take it */
    public record Proposal(WorkItem step, @Nullable String to) {}

    /** @param before open steps held now; {@code after} with the proposals carried out */
    public record Load(String username, int before, int after) {}

    public record Plan(List<Proposal> proposals, List<Load> loads) {}

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
        Map<String, Integer> before = loads(rule.receivers());
        Map<String, Integer> after = new HashMap<>(before);
        List<Proposal> proposals = new ArrayList<>();
        for (WorkItem step : steps) {
            String to = receivers.stream()
                    .filter(m ->
                            takers.getOrDefault(step.taskId(), new HashSet<>()).contains(m.username()))
                    .filter(m -> fits(m, step, rule))
                    .map(Member::username)
                    .min((a, b) -> Integer.compare(load(after, a, step), load(after, b, step)))
                    .orElse(null);
            if (to != null && !to.equals(step.assignee())) {
                after.merge(to, 1, Integer::sum);
                if (step.assignee() != null && after.containsKey(step.assignee())) {
                    after.merge(step.assignee(), -1, Integer::sum);
                }
            }
            proposals.add(new Proposal(step, to));
        }
        return new Plan(
                proposals,
                rule.receivers().stream()
                        .map(each -> new Load(each, before.getOrDefault(each, 0), after.getOrDefault(each, 0)))
                        .toList());
    }

    /** Hands each step to the person named for it, each in its own transaction; returns the id of the results. */
    public String carryOut(Map<String, String> receiverOf, Member by) {
        String id = RowId.next();
        rows.insert(id, by.municipalityId(), by.username(), LocalDateTime.now(clock));
        int no = 0;
        for (Map.Entry<String, String> each : receiverOf.entrySet()) {
            if (no == MOST) {
                break;
            }
            rows.insertItem(handOver(id, no++, each.getKey(), each.getValue(), by));
        }
        return id;
    }

    /** Gives back what its receiver still holds; steps done or handed on since stay where they are. */
    public void undo(String id, Member by) {
        if (rows.markUndone(id, by.username(), LocalDateTime.now(clock)) == 0) {
            throw new NotHere();
        }
        for (ItemRow item : rows.items(id)) {
            if (item.refused() == null) {
                rows.setUndoRefused(id, item.itemNo(), giveBack(item, by));
            }
        }
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

    /** Open steps that each of these people holds. */
    public Map<String, Integer> loads(List<String> usernames) {
        Map<String, Integer> loads = new HashMap<>();
        usernames.forEach(each -> loads.put(each, 0));
        if (!usernames.isEmpty()) {
            rows.loads(usernames).forEach(each -> loads.put(each.username(), each.steps()));
        }
        return loads;
    }

    /** Whoever holds the step already counts without it, so that nothing is moved to and fro. */
    private static int load(Map<String, Integer> loads, String username, WorkItem step) {
        return loads.getOrDefault(username, 0) - (username.equals(step.assignee()) ? 1 : 0);
    }

    private static boolean fits(Member member, WorkItem step, Rule rule) {
        return member.memberships().stream()
                .anyMatch(m -> (!rule.sameOffice() || m.officeId().equals(step.officeId()))
                        && (!rule.specialists() || m.role().equals(step.role())));
    }

    private ItemRow handOver(String id, int no, String taskId, String to, Member by) {
        WorkItem step = worklist.find(taskId, by).orElse(null);
        if (step == null) {
            return new ItemRow(id, no, taskId, "", "", null, to, "もう終わっているか、見られないやることです。", null);
        }
        String refused = null;
        try {
            worklist.assign(taskId, to, by);
        } catch (StepTaken | CannotTake cannot) {
            refused = cannot.getMessage();
        } catch (NotHere notHere) {
            refused = "担当を変えられるのは、この窓口を見る立場の人です。";
        }
        return new ItemRow(id, no, taskId, step.caseNo(), step.name(), step.assignee(), to, refused, null);
    }

    private @Nullable String giveBack(ItemRow item, Member by) {
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
                worklist.assign(item.taskId(), item.fromUser(), by);
            }
            return null;
        } catch (StepTaken | CannotTake cannot) {
            return cannot.getMessage();
        }
    }
}
