package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import jp.banso.audit.Audit;
import jp.banso.handover.Handover;
import jp.banso.people.Member;
import jp.banso.people.SideWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries handovers out and takes them back, item by item; several at once or after a crash do each item once. */
@Component
class HandoverWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HandoverWorker.class);

    /** A leader is told of late first contacts at the latest so many days after their last day. */
    private static final int DAYS_OF_LATE = 10;

    private final HandoverMapper mapper;
    private final Planner planner;
    private final ItemMove move;
    private final ItemReturn back;
    private final Leaders leaders;
    private final HandoverNotices notices;
    private final Audit audit;
    private final TransactionTemplate together;
    private final Clock clock;
    private final SideWork work = new SideWork("handover");

    HandoverWorker(
            HandoverMapper mapper,
            Planner planner,
            ItemMove move,
            ItemReturn back,
            Leaders leaders,
            HandoverNotices notices,
            Audit audit,
            TransactionTemplate together,
            Clock clock) {
        this.mapper = mapper;
        this.planner = planner;
        this.move = move;
        this.back = back;
        this.leaders = leaders;
        this.notices = notices;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
    }

    /** Runs beside the daily work; completes when nothing is left to do. */
    CompletableFuture<Void> begin(String handoverId) {
        return work.begin(() -> run(handoverId));
    }

    /** Tells whoever leads it of first contacts that have become late. */
    void remind(LocalDate today) {
        mapper.contactEnded(today.minusDays(DAYS_OF_LATE), today).forEach(handover -> leaders.actor(handover)
                .ifPresent(leader -> notices.late(handover, leader, today)));
    }

    /** Does what is to be done, from wherever it stands. */
    void run(String handoverId) {
        var handover = mapper.find(handoverId).orElseThrow();
        var actor = leaders.actor(handover).orElse(null);
        if (actor == null) {
            LOG.error("Handover {} waits: nobody leads its office", handoverId);
            return;
        }
        SideWork.inTheNameOf(actor, () -> {
            start(handover, actor);
            each(handover, actor, "running", "planned", "refused", caseNo -> move.move(handover, caseNo, actor));
            each(handover, actor, "undoing", "returning", "moved", caseNo -> back.bringBack(handover, caseNo, actor));
        });
    }

    /** On the day itself, what came to the leaving worker since the decision is shared, too. */
    private void start(Handover handover, Member actor) {
        together.executeWithoutResult(status -> {
            if (mapper.setStatus(handover.handoverId(), "planned", "running", null) > 0) {
                planner.complete(handover, actor);
                audit.changed(null, "handover.started", handover.handoverId());
            }
        });
    }

    private interface Step {
        void on(String caseNo);
    }

    private void each(Handover handover, Member actor, String status, String from, String otherwise, Step step) {
        var handoverId = handover.handoverId();
        if (!mapper.find(handoverId).orElseThrow().is(status)) {
            return;
        }
        for (var caseNo : mapper.inState(handoverId, from)) {
            if (work.isClosing()) {
                return;
            }
            SideWork.item(() -> step.on(caseNo), failed -> setAside(handoverId, caseNo, from, otherwise, failed));
        }
        together.executeWithoutResult(done -> finish(handover, actor, status));
    }

    private void finish(Handover handover, Member actor, String status) {
        if (mapper.setStatus(handover.handoverId(), status, "done", LocalDateTime.now(clock)) == 0) {
            return;
        }
        audit.changed(null, status.equals("running") ? "handover.done" : "handover.taken-back", handover.handoverId());
        if (status.equals("running")) {
            notices.moved(handover, actor);
        }
    }

    /** An item that trips over something unforeseen does not hold up the others. */
    private void setAside(String handoverId, String caseNo, String from, String otherwise, RuntimeException failed) {
        if (failed instanceof CannotMove stays) {
            mapper.result(handoverId, caseNo, from, otherwise, stays.getMessage());
            return;
        }
        LOG.error("Handover {}, {}: {}", handoverId, caseNo, failed.getClass().getName(), failed);
        mapper.result(handoverId, caseNo, from, otherwise, "途中でつまずきました。ケースの画面から、主担当を変えてください。");
    }

    @Override
    public void destroy() {
        work.close();
    }
}
