package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One item changes hands, in one transaction that also marks the item: after a power cut it has moved or it has not. */
@Component
class ItemMove {

    private final HandoverMapper mapper;
    private final Holdings holdings;
    private final CaseFiles cases;
    private final Worklist worklist;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    ItemMove(
            HandoverMapper mapper,
            Holdings holdings,
            CaseFiles cases,
            Worklist worklist,
            People people,
            Audit audit,
            Clock clock) {
        this.mapper = mapper;
        this.holdings = holdings;
        this.cases = cases;
        this.worklist = worklist;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws CannotMove when it stays; nothing has changed then */
    @Transactional
    void move(Handover handover, String caseNo, Member actor) {
        if (mapper.claim(handover.handoverId(), caseNo, "planned", "moved") == 0) {
            return;
        }
        var item = mapper.item(handover.handoverId(), caseNo).orElseThrow();
        var receiver = item.receiver() == null
                ? null
                : people.find(item.receiver()).orElseThrow(() -> new CannotMove("引き受ける人が、登録されていません。"));
        if (item.leads()) {
            lead(handover, item, actor, receiver);
        }
        var back = steps(handover, caseNo, actor, receiver);
        mapper.moved(
                handover.handoverId(),
                caseNo,
                back == 0 ? null : "手順%d件は、役割の列にもどしました。".formatted(back),
                LocalDateTime.now(clock));
        audit.changed(
                item.isCase() ? caseNo : null,
                "handover.moved",
                handover.handoverId() + " " + (receiver == null ? "-" : receiver.username()));
    }

    private void lead(Handover handover, HandoverItem item, Member actor, @Nullable Member receiver) {
        var supportCase =
                cases.find(item.caseNo(), actor).orElseThrow(() -> new CannotMove("このケースは、決めた人の事業所では見られません。"));
        if (!supportCase.status().equals("open")) {
            throw new CannotMove("終結しています。");
        }
        if (!handover.fromUser().equals(supportCase.owner())) {
            throw new CannotMove(
                    supportCase.owner() == null
                            ? "主担当が、もう外れています。"
                            : "主担当が、もう%sさんに変わっています。".formatted(people.nameOf(supportCase.owner())));
        }
        if (receiver == null) {
            throw new CannotMove("引き受けられる人がいません。");
        }
        if (!Fitness.mayLead(receiver, handover.officeId(), holdings.leavingKinds(handover))) {
            throw new CannotMove("%sさんは、いま主担当になれません。".formatted(receiver.displayName()));
        }
        cases.setOwner(item.caseNo(), receiver.username());
        cases.addEvent(event(
                item.caseNo(),
                "主担当が変わった（異動の引継ぎ）",
                "%sさんから%sさんへ".formatted(people.nameOf(handover.fromUser()), receiver.displayName()),
                actor));
    }

    /** @return how many went back to the queue of their role */
    private int steps(Handover handover, String caseNo, Member actor, @Nullable Member receiver) {
        var held = held(caseNo, handover.fromUser());
        if (held.isEmpty()) {
            return 0;
        }
        worklist.lock(held.get(0).taskId());
        Set<String> fits = receiver == null ? Set.of() : worklist.mayWork(held, receiver);
        var back = 0;
        for (var step : held) {
            var to = receiver != null && fits.contains(step.taskId()) ? receiver.username() : null;
            if (to == null) {
                worklist.release(step.taskId(), actor);
                back++;
            } else {
                worklist.assign(step.taskId(), to, actor);
            }
            mapper.insertStep(handover.handoverId(), step.taskId(), caseNo, to);
        }
        return back;
    }

    private List<WorkItem> held(String caseNo, String username) {
        return worklist.ofCase(caseNo).stream()
                .filter(step -> username.equals(step.assignee()))
                .toList();
    }

    private NewCaseEvent event(String caseNo, String title, String summary, Member actor) {
        return new NewCaseEvent(
                caseNo,
                LocalDateTime.now(clock),
                "system",
                null,
                title,
                summary,
                List.of(),
                actor.username(),
                null,
                true);
    }
}
