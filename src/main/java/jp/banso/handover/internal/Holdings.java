package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.banso.handover.Handover;
import jp.banso.handover.Load;
import jp.banso.handover.internal.HandoverMapper.LedRow;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the leaving worker leads and holds, and who may take it. */
@Component
class Holdings {

    private final HandoverMapper mapper;
    private final Worklist worklist;
    private final People people;
    private final Clock clock;

    Holdings(HandoverMapper mapper, Worklist worklist, People people, Clock clock) {
        this.mapper = mapper;
        this.worklist = worklist;
        this.people = people;
        this.clock = clock;
    }

    /**
     * One thing to hand over.
     *
     * @param kind {@code lead}, {@code steps} or {@code other}
     * @param label name of a meeting; null for a case
     * @param steps open steps of it that the leaving worker holds
     */
    record Holding(String key, String kind, @Nullable String label, @Nullable String category, List<WorkItem> steps) {

        boolean leads() {
            return kind.equals("lead");
        }

        /** Roles that do the steps, in no order. */
        Set<String> roles() {
            return steps.stream().map(WorkItem::role).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** By key, cases led first; only what the actor may see. */
    Map<String, Holding> of(Handover handover, Member actor) {
        var steps = steps(handover, actor);
        var all = new LinkedHashMap<String, Holding>();
        var elsewhere = new TreeSet<String>();
        for (var row : mapper.led(handover.municipalityId(), handover.fromUser())) {
            if (row.officeId().equals(handover.officeId())) {
                var held = steps.getOrDefault(row.caseNo(), List.of());
                all.put(row.caseNo(), new Holding(row.caseNo(), "lead", null, row.category(), held));
            } else {
                elsewhere.add(row.caseNo());
            }
        }
        steps.forEach((key, held) -> {
            if (!all.containsKey(key) && !elsewhere.contains(key)) {
                var meeting = key.startsWith("M-");
                var first = held.get(0);
                all.put(
                        key,
                        new Holding(
                                key,
                                meeting ? "other" : "steps",
                                meeting ? first.displayName() : null,
                                first.category(),
                                held));
            }
        });
        return all;
    }

    private Map<String, List<WorkItem>> steps(Handover handover, Member actor) {
        var steps = new LinkedHashMap<String, List<WorkItem>>();
        mapper.held(handover.municipalityId(), "@" + handover.fromUser()).stream()
                .map(HandoverMapper.HeldRow::businessKey)
                .distinct()
                .forEach(key -> {
                    var held = worklist.ofCase(key).stream()
                            .filter(item -> handover.fromUser().equals(item.assignee()))
                            .filter(item -> worklist.maySee(item, actor))
                            .toList();
                    if (!held.isEmpty()) {
                        steps.put(key, held);
                    }
                });
        return steps;
    }

    /** How many open cases the leaving worker leads for other offices. */
    int elsewhere(Handover handover) {
        return (int) mapper.led(handover.municipalityId(), handover.fromUser()).stream()
                .map(LedRow::officeId)
                .filter(office -> !office.equals(handover.officeId()))
                .count();
    }

    /** Steps that each receiver may do, by task id. */
    Map<String, Set<String>> workable(Map<String, Holding> holdings, List<Member> receivers) {
        var items = holdings.values().stream().flatMap(h -> h.steps().stream()).toList();
        var workable = new LinkedHashMap<String, Set<String>>();
        receivers.forEach(receiver -> workable.put(receiver.username(), worklist.mayWork(items, receiver)));
        return workable;
    }

    /** Usernames of who may take it: who may lead the case, or do one of the steps. */
    List<String> fitting(
            Holding holding, Handover handover, List<Member> receivers, Map<String, Set<String>> workable) {
        var before = leavingKinds(handover);
        return receivers.stream()
                .filter(receiver -> holding.leads()
                        ? Fitness.mayLead(receiver, handover.officeId(), before)
                        : holding.steps().stream().anyMatch(step -> workable.getOrDefault(receiver.username(), Set.of())
                                .contains(step.taskId())))
                .map(Member::username)
                .toList();
    }

    /** Kinds of leading work that the leaving worker does; nothing is known of who may no longer sign in. */
    Set<String> leavingKinds(Handover handover) {
        return people.find(handover.fromUser())
                .map(member -> Fitness.kinds(member, handover.officeId()))
                .orElse(Set.of());
    }

    /** Receivers who are still there. */
    List<Member> receivers(Handover handover) {
        return mapper.receivers(handover.handoverId()).stream()
                .flatMap(row -> people.find(row.username()).stream())
                .filter(member -> member.officeIds().contains(handover.officeId()))
                .toList();
    }

    Load load(String municipalityId, String username) {
        return mapper.load(municipalityId, username, "@" + username, LocalDateTime.now(clock));
    }
}
