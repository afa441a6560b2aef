package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.internal.HandoverMapper.StepRow;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One item goes back to who handed it over, as long as the new worker has not touched it; in one transaction. */
@Component
class ItemReturn {

    private static final String TOUCHED = "%sさんが、もう手をつけています。";

    private final HandoverMapper mapper;
    private final CaseFiles cases;
    private final Worklist worklist;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    ItemReturn(HandoverMapper mapper, CaseFiles cases, Worklist worklist, People people, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.cases = cases;
        this.worklist = worklist;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws CannotMove when it stays; nothing has changed then */
    @Transactional
    void bringBack(Handover handover, String caseNo, Member actor) {
        if (mapper.claim(handover.handoverId(), caseNo, "returning", "undone") == 0) {
            return;
        }
        var item = mapper.item(handover.handoverId(), caseNo).orElseThrow();
        var from = people.find(handover.fromUser())
                .filter(member -> member.officeIds().contains(handover.officeId()))
                .orElseThrow(() -> new CannotMove("%sさんが、もうこの事業所にいません。".formatted(people.nameOf(handover.fromUser()))));
        requireUntouched(handover, item);
        steps(handover, item, actor, from);
        if (item.leads()) {
            lead(handover, item, actor, from);
        }
        audit.changed(item.isCase() ? caseNo : null, "handover.undone", handover.handoverId());
    }

    private void requireUntouched(Handover handover, HandoverItem item) {
        var receiver = item.receiver();
        var movedAt = item.movedAt();
        if (receiver == null || movedAt == null) {
            return;
        }
        var done = item.isCase() && mapper.doneSince(item.caseNo(), receiver, item.lastEventNo()) > 0;
        if (done || mapper.begunSince(handover.handoverId(), item.caseNo(), receiver, movedAt) > 0) {
            throw new CannotMove(TOUCHED.formatted(people.nameOf(receiver)));
        }
    }

    private void lead(Handover handover, HandoverItem item, Member actor, Member from) {
        var supportCase =
                cases.find(item.caseNo(), actor).orElseThrow(() -> new CannotMove("このケースは、決めた人の事業所では見られません。"));
        if (!supportCase.status().equals("open")) {
            throw new CannotMove("終結しています。");
        }
        if (!Objects.equals(supportCase.owner(), item.receiver())) {
            throw new CannotMove("主担当が、そのあと変わっています。");
        }
        cases.setOwner(item.caseNo(), from.username());
        cases.addEvent(new NewCaseEvent(
                item.caseNo(),
                LocalDateTime.now(clock),
                "system",
                null,
                "主担当をもどした（異動の引継ぎの取り消し）",
                "%sさんへ".formatted(from.displayName()),
                List.of(),
                actor.username(),
                null,
                true));
    }

    private void steps(Handover handover, HandoverItem item, Member actor, Member from) {
        var moved = mapper.steps(handover.handoverId(), item.caseNo());
        var open = worklist.ofCase(item.caseNo());
        if (!open.isEmpty()) {
            worklist.lock(open.get(0).taskId());
        }
        for (var step : moved) {
            var now = open.stream()
                    .filter(each -> each.taskId().equals(step.taskId()))
                    .findFirst()
                    .orElse(null);
            requireAsLeft(step, now, item);
            if (now != null
                    && worklist.mayWork(List.of(now), from).contains(now.taskId())
                    && Objects.equals(now.assignee(), step.toUser())) {
                worklist.assign(now.taskId(), from.username(), actor);
            }
        }
    }

    /** What went to the receiver must still lie there; what went to the queue may have been taken by anyone. */
    private void requireAsLeft(StepRow step, @Nullable WorkItem now, HandoverItem item) {
        if (step.toUser() != null && (now == null || !step.toUser().equals(now.assignee()))) {
            throw new CannotMove("手順が、そのあと進んでいます。");
        }
    }
}
