package jp.banso.ledger.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.banso.audit.Audit;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.ledger.Figures;
import jp.banso.ledger.LedgerImport;
import jp.banso.ledger.LedgerImports;
import jp.banso.ledger.LedgerRefused;
import jp.banso.ledger.RefusedRow;
import jp.banso.ledger.internal.ImportMapper.ImportRow;
import jp.banso.ledger.internal.ImportMapper.LedgerLine;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.text.RowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports as the tables hold them. */
@Service
class StoredImports implements LedgerImports {

    private static final Set<String> MAY = Set.of("chief-consultant", "secretariat");
    private static final int BATCH = 100;
    private static final int LONGEST_NAME = 200;

    private final ImportMapper mapper;
    private final Preview preview;
    private final ImportWorker worker;
    private final Cells cells;
    private final People people;
    private final WorkingCalendar calendar;
    private final Audit audit;
    private final Clock clock;

    StoredImports(
            ImportMapper mapper,
            Preview preview,
            ImportWorker worker,
            Cells cells,
            People people,
            WorkingCalendar calendar,
            Audit audit,
            Clock clock) {
        this.mapper = mapper;
        this.preview = preview;
        this.worker = worker;
        this.cells = cells;
        this.people = people;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Office> offices(Member member) {
        return member.memberships().stream()
                .filter(m -> MAY.contains(m.role()) && m.officeKind().equals("municipal"))
                .map(Membership::officeId)
                .distinct()
                .map(people::office)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    @Transactional
    public String upload(String fileName, byte[] content, LocalDate asOf, String officeId, Member by) {
        check(content, asOf, officeId, by);
        var text = LedgerText.of(content);
        var table = LedgerTable.read(text.text());
        var judged = preview.judge(table, by.municipalityId(), officeId, asOf);
        var importId = RowId.next();
        mapper.insert(
                new ImportRow(
                        importId,
                        by.municipalityId(),
                        officeId,
                        nameOnly(fileName),
                        sha256(content),
                        text.encoding(),
                        cells.write(table.header()),
                        cells.write(judged.outlook()),
                        table.blankRows(),
                        asOf,
                        "preview",
                        by.username(),
                        now(),
                        null,
                        null),
                content);
        store(importId, judged.lines());
        audit.changed(null, "ledger.uploaded", importId);
        return importId;
    }

    private void check(byte[] content, LocalDate asOf, String officeId, Member by) {
        if (content.length > LARGEST) {
            throw new LedgerRefused("ファイルが大きすぎます。%dMBまでに分けてください。".formatted(LARGEST / 1024 / 1024));
        }
        if (offices(by).stream().noneMatch(office -> office.officeId().equals(officeId))) {
            throw new LedgerRefused("事業所を選んでください。");
        }
        if (asOf.isAfter(LocalDate.now(clock)) || !calendar.covers(asOf)) {
            throw new LedgerRefused("台帳の基準日は、今日か、それより前の日（2020年から）にしてください。");
        }
    }

    private void store(String importId, List<LedgerLine> lines) {
        for (var from = 0; from < lines.size(); from += BATCH) {
            mapper.insertRows(importId, lines.subList(from, Math.min(from + BATCH, lines.size())));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<LedgerImport> list(Member member) {
        var offices = offices(member).stream().map(Office::officeId).toList();
        return offices.isEmpty()
                ? List.of()
                : mapper.list(member.municipalityId(), offices).stream()
                        .map(this::whole)
                        .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LedgerImport> find(String importId, Member member) {
        return mapper.find(importId).filter(row -> maySee(row, member)).map(this::whole);
    }

    @Override
    public CompletableFuture<Void> start(String importId, Member by) {
        require(importId, by);
        if (mapper.setStatus(importId, List.of("preview", "paused"), "running", now(), null) == 0) {
            return CompletableFuture.completedFuture(null);
        }
        audit.changed(null, "ledger.started", importId);
        return worker.begin(importId);
    }

    @Override
    @Transactional
    public void pause(String importId, Member by) {
        require(importId, by);
        if (mapper.setStatus(importId, List.of("running"), "paused", null, null) > 0) {
            audit.changed(null, "ledger.paused", importId);
        }
    }

    @Override
    @Transactional
    public void discard(String importId, Member by) {
        require(importId, by);
        if (mapper.setStatus(importId, List.of("preview"), "discarded", null, null) > 0) {
            audit.changed(null, "ledger.discarded", importId);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<RefusedRow> refused(String importId, int afterRow, int limit, Member member) {
        require(importId, member);
        return mapper.rows(importId, "refused", afterRow, limit).stream()
                .map(row -> new RefusedRow(row.rowNo(), row.receivedNo(), cells.problems(row.problems())))
                .toList();
    }

    @Override
    @Transactional
    public byte[] refusedFile(String importId, Member by) {
        var file = new RefusedRowsFile(cells.texts(require(importId, by).header()));
        mapper.rows(importId, "refused", 0, LedgerTable.MOST_ROWS)
                .forEach(row -> file.add(row.rowNo(), cells.texts(row.cells()), cells.problems(row.problems())));
        audit.changed(null, "ledger.refused-rows", importId);
        return file.bytes();
    }

    @Override
    @Transactional(readOnly = true)
    public Figures figures(String importId, Member member) {
        require(importId, member);
        var counts = mapper.figures(importId);
        var months = counts.firstOn() == null || counts.lastOn() == null
                ? 0
                : (int) ChronoUnit.MONTHS.between(
                                counts.firstOn().withDayOfMonth(1),
                                counts.lastOn().withDayOfMonth(1))
                        + 1;
        return new Figures(
                counts.received(),
                counts.interviewed(),
                counts.planned(),
                counts.target(),
                counts.hired(),
                counts.evaluatedBoth(),
                counts.improved(),
                counts.visits(),
                months,
                counts.budget(),
                counts.budgetPlan(),
                counts.received() - counts.persons(),
                counts.open());
    }

    private ImportRow require(String importId, Member member) {
        return mapper.find(importId).filter(row -> maySee(row, member)).orElseThrow(NotHere::new);
    }

    private boolean maySee(ImportRow row, Member member) {
        return row.municipalityId().equals(member.municipalityId())
                && !row.status().equals("discarded")
                && offices(member).stream().anyMatch(o -> o.officeId().equals(row.officeId()));
    }

    private LedgerImport whole(ImportRow row) {
        var counts = new LinkedHashMap<String, Integer>();
        mapper.counts(row.importId()).forEach(c -> counts.put(c.state(), c.count()));
        return new LedgerImport(
                row.importId(),
                row.municipalityId(),
                row.officeId(),
                row.fileName(),
                row.encoding(),
                row.blankRows(),
                row.asOf(),
                row.status(),
                row.uploadedBy(),
                row.uploadedAt(),
                row.startedAt(),
                row.finishedAt(),
                counts,
                cells.outlook(row.notes()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Some browsers send the path, too. */
    private static String nameOnly(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        var shown = name.isBlank() ? "台帳.csv" : name;
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(shown.length() - LONGEST_NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
