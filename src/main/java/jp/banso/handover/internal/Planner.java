package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.Load;
import jp.banso.handover.Plan;
import jp.banso.handover.internal.HandoverMapper.ItemRow;
import jp.banso.handover.internal.Holdings.Holding;
import jp.banso.handover.internal.Sharing.Portion;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shares out what the leaving worker leads and holds, and says what would come of it. */
@Component
class Planner {

    private final HandoverMapper mapper;
    private final Holdings holdings;
    private final People people;
    private final Clock clock;

    Planner(HandoverMapper mapper, Holdings holdings, People people, Clock clock) {
        this.people = people;
        this.mapper = mapper;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** Adds everything that is not yet in the handover, shared by its rule; what is there stays as it is. */
    void complete(Handover handover, Member actor) {
        var all = holdings.of(handover, actor);
        var known = mapper.items(handover.handoverId());
        var receivers = holdings.receivers(handover);
        var workable = holdings.workable(all, receivers);
        var before = new LinkedHashMap<String, Integer>();
        receivers.forEach(member -> before.put(
                member.username(),
                holdings.load(handover.municipalityId(), member.username()).weight()));
        var fresh = new ArrayList<>(all.values());
        for (var item : known) {
            var holding = all.get(item.caseNo());
            fresh.remove(holding);
            if (holding != null && item.receiver() != null) {
                before.computeIfPresent(item.receiver(), (name, weight) -> weight + weight(holding));
            }
        }
        if (before.isEmpty() || fresh.isEmpty()) {
            return;
        }
        var portions = fresh.stream()
                .map(h -> new Portion(
                        h.key(),
                        h.category(),
                        weight(h),
                        h.steps().size(),
                        overdue(h) > 0,
                        holdings.fitting(h, handover, receivers, workable)))
                .toList();
        var shares = new Sharing(before).share(portions, handover.rule(), categories(handover));
        var number = known.size();
        for (var holding : fresh) {
            mapper.insertItem(new ItemRow(
                    handover.handoverId(),
                    holding.key(),
                    ++number,
                    holding.kind(),
                    holding.label(),
                    shares.get(holding.key())));
        }
    }

    private Map<String, String> categories(Handover handover) {
        var categories = new HashMap<String, String>();
        for (var receiver : mapper.receivers(handover.handoverId())) {
            for (var category : receiver.categories().split(",")) {
                categories.put(category, receiver.username());
            }
        }
        return categories;
    }

    /** What the handover would do now. */
    Plan plan(Handover handover, Member actor) {
        var all = holdings.of(handover, actor);
        var receivers = holdings.receivers(handover);
        var workable = holdings.workable(all, receivers);
        var rows = new ArrayList<Plan.Row>();
        for (var item : mapper.items(handover.handoverId())) {
            var holding = all.get(item.caseNo());
            var fitting =
                    holding == null ? List.<String>of() : holdings.fitting(holding, handover, receivers, workable);
            rows.add(new Plan.Row(
                    item,
                    holding == null ? 0 : holding.steps().size(),
                    holding == null ? 0 : overdue(holding),
                    fitting,
                    problem(item, holding, fitting, handover)));
        }
        return new Plan(rows, changes(handover, receivers, rows, all, workable), holdings.elsewhere(handover));
    }

    private @Nullable String problem(
            HandoverItem item, @Nullable Holding holding, List<String> fitting, Handover handover) {
        if (holding == null) {
            return item.open() ? "もう、この人の担当ではありません。" : "終結しています。";
        }
        var known = item.receiver() != null && fitting.contains(item.receiver());
        if (known || !holding.leads() && item.receiver() == null && !fitting.isEmpty()) {
            return null;
        }
        var book = people.roles(handover.municipalityId());
        if (holding.leads()) {
            return "引き受ける人に、主担当になれる役割（%s）の人がいません。".formatted(Fitness.words(holdings.leavingKinds(handover), book));
        }
        var roles = String.join("・", holding.roles().stream().map(book::name).toList());
        return "この手順は%sがします。引き受ける人にその役割の人がいないので、役割の列にもどします。".formatted(roles);
    }

    private List<Plan.Change> changes(
            Handover handover,
            List<Member> receivers,
            List<Plan.Row> rows,
            Map<String, Holding> all,
            Map<String, Set<String>> workable) {
        var changes = new ArrayList<Plan.Change>();
        for (var receiver : receivers) {
            var name = receiver.username();
            var before = holdings.load(handover.municipalityId(), name);
            int cases = before.cases();
            var steps = new ArrayList<WorkItem>();
            var besides = before.besides();
            for (var row : rows) {
                var holding = all.get(row.item().caseNo());
                if (row.problem() == null
                        && holding != null
                        && name.equals(row.item().receiver())) {
                    cases += holding.leads() ? 1 : 0;
                    var taken = holding.steps().stream()
                            .filter(step ->
                                    workable.getOrDefault(name, Set.of()).contains(step.taskId()))
                            .toList();
                    steps.addAll(taken);
                    besides += holding.leads() ? 0 : taken.size();
                }
            }
            var late = (int) steps.stream().filter(this::late).count();
            changes.add(new Plan.Change(
                    before, new Load(name, cases, before.steps() + steps.size(), before.overdue() + late, besides)));
        }
        return changes;
    }

    private static int weight(Holding holding) {
        return holding.leads() ? 1 : Math.max(1, holding.steps().size());
    }

    private int overdue(Holding holding) {
        return (int) holding.steps().stream().filter(this::late).count();
    }

    private boolean late(WorkItem step) {
        return step.dueAt() != null && step.dueAt().isBefore(LocalDateTime.now(clock));
    }
}
