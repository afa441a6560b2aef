package jp.banso.ledger.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.casefile.CarriedCases;
import jp.banso.casefile.CarriedCases.Known;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import jp.banso.casefile.Stage;
import jp.banso.ledger.Problem;
import jp.banso.ledger.internal.ImportMapper.Entry;
import jp.banso.ledger.internal.ImportMapper.ImportRow;
import jp.banso.ledger.internal.ImportMapper.LedgerLine;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One row becomes a case, in one transaction that also marks the row: after a power cut it is either all there or not
 * begun. The key on the number keeps two imports from bringing in the same row.
 */
@Component
class RowImport {

    private final ImportMapper mapper;
    private final CaseFiles cases;
    private final CarriedCases carried;
    private final ImportedSteps steps;
    private final RowFacts facts;
    private final Placement placement;
    private final Cells cells;

    RowImport(
            ImportMapper mapper,
            CaseFiles cases,
            CarriedCases carried,
            ImportedSteps steps,
            RowFacts facts,
            Placement placement,
            Cells cells) {
        this.mapper = mapper;
        this.cases = cases;
        this.carried = carried;
        this.steps = steps;
        this.facts = facts;
        this.placement = placement;
        this.cells = cells;
    }

    /** What every row of an import needs. */
    record Batch(ImportRow file, Map<Column, Integer> places, int width, Periods.Known periods, Member by) {}

    @Transactional
    void bring(LedgerLine line, Batch batch) {
        var file = batch.file();
        var outcome = RowReader.read(
                new LedgerTable.Line(line.rowNo(), cells.texts(line.cells())),
                batch.places(),
                batch.width(),
                file.asOf());
        var row = outcome.row();
        if (row == null) {
            finish(line, batch, "refused", outcome.problems(), null);
            return;
        }
        var before = mapper.entry(file.municipalityId(), file.officeId(), row.receivedNo());
        if (before.isPresent()) {
            var problems = Duplicates.problems(row, before.get());
            finish(
                    line,
                    batch,
                    problems.isEmpty() ? "known" : "refused",
                    problems,
                    problems.isEmpty() ? before.get().caseNo() : null);
            return;
        }
        var caseNo = store(row, batch);
        mapper.insertEntry(
                file.municipalityId(),
                file.officeId(),
                new Entry(row.receivedNo(), row.fingerprint(), caseNo),
                file.importId());
        if (finish(line, batch, "done", List.of(), caseNo) == 0) {
            throw new AlreadyDone();
        }
    }

    /** Rolls back: another worker brought the same row in. */
    static final class AlreadyDone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private int finish(LedgerLine line, Batch batch, String state, List<Problem> problems, @Nullable String caseNo) {
        return mapper.finish(batch.file().importId(), line.rowNo(), state, cells.write(problems), caseNo);
    }

    private String store(LedgerRow row, Batch batch) {
        var file = batch.file();
        var known = row.birthDate() == null
                ? Optional.<Known>empty()
                : carried.known(file.municipalityId(), row.name(), row.birthDate());
        var supportCase = cases.open(newCase(row, known.orElse(null), batch));
        var period = batch.periods().of(row.category()).orElse(null);
        var course = Course.of(row, period == null ? null : period.months(), file.asOf());
        var evaluatedOn = course instanceof Course.Over over ? over.on() : file.asOf();
        steps.record(supportCase, row, evaluatedOn, batch.by());
        facts.store(supportCase.caseNo(), row, period, course, evaluatedOn, batch.by());
        if (course instanceof Course.Running running) {
            placement.start(supportCase, row, period, running, file.asOf());
        } else if (course instanceof Course.Over over) {
            cases.close(supportCase.caseNo(), over.on(), over.reason());
            carried.entered(supportCase.caseNo(), Stage.CLOSURE, over.on().atStartOfDay());
        }
        return supportCase.caseNo();
    }

    /** An old row must not overwrite what a later visit of the same person told. */
    private static NewCase newCase(LedgerRow row, @Nullable Known known, Batch batch) {
        var newest = known == null || !known.lastOpenedOn().isAfter(row.receivedOn());
        return new NewCase(
                batch.file().municipalityId(),
                batch.file().officeId(),
                known == null ? null : known.personId(),
                newest || known == null ? row.name() : known.name(),
                newest ? row.kana() : "",
                newest ? row.sex() : null,
                row.birthDate(),
                newest ? row.postalCode() : null,
                newest ? row.address() : null,
                newest ? row.phone() : null,
                null,
                null,
                row.receivedOn(),
                batch.by().username());
    }
}
