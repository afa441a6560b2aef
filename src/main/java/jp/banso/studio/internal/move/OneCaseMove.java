package jp.banso.studio.internal.move;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import jp.banso.audit.Audit;
import jp.banso.processengine.CaseMoves;
import jp.banso.processengine.MoveRefused;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.studio.CaseMove;
import jp.banso.studio.CaseMoveItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves one process of a move, or takes it back, together with what the tables say of it. */
@Component
class OneCaseMove {

    private static final String MEETING = "M-";

    private final MoveMapper mapper;
    private final CaseMoves moves;
    private final Worklist worklist;
    private final Audit audit;
    private final Clock clock;

    OneCaseMove(MoveMapper mapper, CaseMoves moves, Worklist worklist, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.moves = moves;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does nothing when another has taken the item meanwhile. */
    @Transactional
    void move(CaseMove move, CaseMoveItem item) {
        if (mapper.claim(move.moveId(), item.itemNo(), "queued", "moved", null) == 0) {
            return;
        }
        lock(item.caseNo());
        var moved = moves.move(item.instanceId(), StoredMoves.plan(move));
        mapper.moved(
                move.moveId(), item.itemNo(), moved, LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
        audit.changed(caseNo(item), "case.moved", words(move, move.sourceVersion(), move.targetVersion()));
    }

    @Transactional
    void moveBack(CaseMove move, CaseMoveItem item) {
        if (mapper.claim(move.moveId(), item.itemNo(), "returning", "moved-back", null) == 0) {
            return;
        }
        lock(item.caseNo());
        var moved = mapper.ticket(move.moveId(), item.itemNo())
                .orElseThrow(() -> new MoveRefused(Kind.CANNOT, "移したときの控えがありません。"));
        moves.moveBack(item.instanceId(), StoredMoves.plan(move), moved);
        audit.changed(caseNo(item), "case.moved-back", words(move, move.targetVersion(), move.sourceVersion()));
    }

    /** First, so that somebody who does a step of the case at this moment is faster or waits. */
    private void lock(@Nullable String caseNo) {
        if (caseNo != null) {
            worklist.ofCase(caseNo).stream().findFirst().ifPresent(step -> worklist.lock(step.taskId()));
        }
    }

    private static @Nullable String caseNo(CaseMoveItem item) {
        return item.caseNo() == null || item.caseNo().startsWith(MEETING) ? null : item.caseNo();
    }

    private static String words(CaseMove move, int from, int to) {
        return "%s 第%d版から第%d版へ".formatted(move.processName(), from, to);
    }
}
