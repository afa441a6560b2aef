package jp.banso.studio.internal.move;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jp.banso.audit.Audit;
import jp.banso.calendar.Rounds;
import jp.banso.people.People;
import jp.banso.people.SideWork;
import jp.banso.processengine.MoveRefused;
import jp.banso.studio.CaseMove;
import jp.banso.studio.CaseMoveItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries moves out beside the daily work, one process after the other, each in a transaction of its own. Where a move
 * stands is in the tables: after a crash it goes on, and two nodes that work at the same one do each item once. Between
 * two items it rests as long as the last one took, so that pages stay fast.
 */
@Component
class MoveWorker implements Rounds, DisposableBean {

    static final List<String> BUSY = List.of("running", "returning");

    private static final Logger LOG = LoggerFactory.getLogger(MoveWorker.class);
    private static final int BATCH = 50;

    private final MoveMapper mapper;
    private final MoveReader reader;
    private final OneCaseMove items;
    private final People people;
    private final Audit audit;
    private final Clock clock;
    private final double rest;
    private final SideWork work = new SideWork("studio-move");
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    MoveWorker(
            MoveMapper mapper,
            MoveReader reader,
            OneCaseMove items,
            People people,
            Audit audit,
            Clock clock,
            @Value("${banso.moves.rest:1.0}") double rest) {
        this.mapper = mapper;
        this.reader = reader;
        this.items = items;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.rest = rest;
    }

    /** Moves that were under way when the product stopped, however it did. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        mapper.inStatus(BUSY).forEach(this::begin);
    }

    /** Moves of a node that is gone. */
    @Override
    public void make(LocalDateTime now) {
        mapper.inStatus(BUSY).stream().filter(id -> !here.contains(id)).forEach(this::begin);
    }

    /** Completes when the wave is over or was paused. */
    CompletableFuture<Void> begin(String moveId) {
        here.add(moveId);
        return work.begin(() -> run(moveId)).whenComplete((done, failed) -> {
            here.remove(moveId);
            if (failed != null) {
                LOG.error("Move {} stopped", moveId, failed);
            }
        });
    }

    private void run(String moveId) {
        var move = reader.find(moveId).orElseThrow();
        var by = people.find(move.createdBy()).orElseThrow();
        SideWork.inTheNameOf(by, () -> {
            each(move, "running", "queued", "refused", item -> items.move(move, item));
            each(move, "returning", "returning", "moved", item -> items.moveBack(move, item));
            finish(moveId);
        });
    }

    private void each(CaseMove move, String status, String from, String otherwise, Consumer<CaseMoveItem> step) {
        var id = move.moveId();
        var last = 0;
        while (true) {
            var batch = mapper.items(id, from, last, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            for (var item : batch) {
                if (work.isClosing() || !mapper.find(id).orElseThrow().status().equals(status)) {
                    return;
                }
                var began = System.nanoTime();
                SideWork.item(() -> step.accept(item), failed -> setAside(id, item, from, otherwise, failed));
                LockSupport.parkNanos((long) ((System.nanoTime() - began) * rest));
                last = item.itemNo();
            }
        }
    }

    private void setAside(String moveId, CaseMoveItem item, String from, String otherwise, RuntimeException failed) {
        var reason = "途中でつまずきました。もう一度、移してみてください。";
        if (failed instanceof MoveRefused refused) {
            reason = String.valueOf(refused.getMessage());
        } else {
            LOG.error(
                    "Move {}, process {}: {}",
                    moveId,
                    item.instanceId(),
                    failed.getClass().getName(),
                    failed);
        }
        mapper.claim(moveId, item.itemNo(), from, otherwise, reason);
    }

    /** A wave that is over waits for the next one; without any left the move is done. */
    private void finish(String moveId) {
        var move = reader.find(moveId).orElseThrow();
        if (!BUSY.contains(move.status()) || move.count("queued") + move.count("returning") > 0) {
            return;
        }
        var now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        var isDone = move.count("waiting") == 0;
        if (mapper.setStatus(moveId, List.of(move.status()), isDone ? "done" : "paused", isDone ? now : null) > 0
                && isDone) {
            audit.changed(null, move.is("returning") ? "moves.taken-back" : "moves.done", moveId);
        }
    }

    @Override
    public void destroy() {
        work.close();
    }
}
