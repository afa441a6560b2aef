package jp.banso.ledger.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.banso.audit.Audit;
import jp.banso.ledger.Problem;
import jp.banso.ledger.internal.ImportMapper.LedgerLine;
import jp.banso.ledger.internal.RowImport.AlreadyDone;
import jp.banso.ledger.internal.RowImport.Batch;
import jp.banso.people.People;
import jp.banso.people.SideWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings rows in, one after the other, beside the daily work; goes on by itself when the product starts again. */
@Component
class ImportWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int BATCH = 50;

    private final ImportMapper mapper;
    private final RowImport rows;
    private final Periods periods;
    private final Cells cells;
    private final People people;
    private final Audit audit;
    private final Clock clock;
    private final SideWork work = new SideWork("ledger-import");

    ImportWorker(
            ImportMapper mapper,
            RowImport rows,
            Periods periods,
            Cells cells,
            People people,
            Audit audit,
            Clock clock) {
        this.mapper = mapper;
        this.rows = rows;
        this.periods = periods;
        this.cells = cells;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Imports that ran when the product stopped, however it did. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        mapper.inStatus("running").forEach(this::begin);
    }

    /** Completes when the import is done, was paused or failed. */
    CompletableFuture<Void> begin(String importId) {
        return work.begin(() -> run(importId));
    }

    private void run(String importId) {
        try {
            var file = mapper.find(importId).orElseThrow();
            var by = people.find(file.uploadedBy()).orElseThrow();
            var header = cells.texts(file.header());
            var batch =
                    new Batch(file, LedgerTable.places(header), header.size(), periods.of(file.municipalityId()), by);
            SideWork.inTheNameOf(by, () -> bring(batch));
        } catch (RuntimeException failed) {
            LOG.error(
                    "Ledger import {} stopped: {}", importId, failed.getClass().getName());
            mapper.setStatus(importId, List.of("running"), "paused", null, null);
            throw failed;
        }
    }

    private void bring(Batch batch) {
        var importId = batch.file().importId();
        var line = 0;
        while (goesOn(importId)) {
            var next = mapper.rows(importId, "ready", line, BATCH);
            if (next.isEmpty()) {
                finish(importId);
                return;
            }
            for (var each : next) {
                if (work.isClosing()) {
                    return;
                }
                SideWork.item(() -> bring(each, batch), failed -> setAside(each, batch, failed));
                line = each.rowNo();
            }
        }
    }

    private boolean goesOn(String importId) {
        return !work.isClosing()
                && mapper.find(importId)
                        .filter(file -> file.status().equals("running"))
                        .isPresent();
    }

    private void finish(String importId) {
        var now = LocalDateTime.now(clock);
        if (mapper.setStatus(importId, List.of("running"), "done", null, now) > 0) {
            audit.changed(null, "ledger.imported", importId);
        }
    }

    private void bring(LedgerLine line, Batch batch) {
        try {
            rows.bring(line, batch);
        } catch (AlreadyDone another) {
            LOG.debug("Row {} was brought in by another node", line.rowNo());
        }
    }

    private void setAside(LedgerLine line, Batch batch, RuntimeException failed) {
        // the words of a database error may repeat what the row says
        LOG.error(
                "Ledger import {}, row {}: {}",
                batch.file().importId(),
                line.rowNo(),
                failed.getClass().getName());
        var problem = new Problem("failed", "", "", "取り込みの途中でつまずきました。この行を、もう一度取り込んでください。");
        mapper.finish(batch.file().importId(), line.rowNo(), "refused", cells.write(List.of(problem)), null);
    }

    @Override
    public void destroy() {
        work.close();
    }
}
