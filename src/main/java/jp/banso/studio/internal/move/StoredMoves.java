package jp.banso.studio.internal.move;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.CaseMoves;
import jp.banso.processengine.MovePlan;
import jp.banso.processengine.MoveRefused;
import jp.banso.processengine.RunningVersions;
import jp.banso.processengine.RunningVersions.Version;
import jp.banso.processengine.Verdicts;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.studio.CaseMove;
import jp.banso.studio.CaseMoveItem;
import jp.banso.studio.MoveNotPossible;
import jp.banso.studio.Moves;
import jp.banso.studio.internal.move.MoveMapper.MoveRow;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves as the tables hold them. */
@Service
class StoredMoves implements Moves {

    private static final int ROWS_AT_ONCE = 200;

    private final MoveMapper mapper;
    private final MoveReader reader;
    private final MoveWorker worker;
    private final CaseMoves moves;
    private final RunningVersions versions;
    private final Audit audit;
    private final TransactionTemplate together;
    private final Clock clock;

    StoredMoves(
            MoveMapper mapper,
            MoveReader reader,
            MoveWorker worker,
            CaseMoves moves,
            RunningVersions versions,
            Audit audit,
            TransactionTemplate together,
            Clock clock) {
        this.mapper = mapper;
        this.reader = reader;
        this.worker = worker;
        this.moves = moves;
        this.versions = versions;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
    }

    @Override
    public Optional<Version> target(String processKey, Member member) {
        return versions.inForce(processKey, member.municipalityId());
    }

    @Override
    public List<Version> sources(String processKey, Member member) {
        var target = target(processKey, member).map(Version::definitionId).orElse("");
        return versions.inUse(processKey, member.municipalityId()).stream()
                .filter(version -> !version.definitionId().equals(target))
                .toList();
    }

    @Override
    public Verdicts preview(String processKey, String sourceDefinition, Map<String, String> mapping, Member member) {
        var target = target(processKey, member).orElseThrow(NotHere::new);
        var source = source(processKey, sourceDefinition, member);
        try {
            return moves.verdicts(
                    new MovePlan(member.municipalityId(), source.definitionId(), target.definitionId(), mapping));
        } catch (MoveRefused refused) {
            throw new MoveNotPossible(String.valueOf(refused.getMessage()));
        }
    }

    private Version source(String processKey, String definition, Member member) {
        return sources(processKey, member).stream()
                .filter(version -> version.definitionId().equals(definition))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    @Override
    public Begun start(String processKey, String sourceDefinition, Map<String, String> mapping, int wave, Member by) {
        var source = source(processKey, sourceDefinition, by);
        var target = target(processKey, by).orElseThrow(NotHere::new);
        if (mapper.unfinished(by.municipalityId(), sourceDefinition) > 0) {
            throw new MoveNotPossible("この版からの移しは、まだ終わっていません。先に、そちらを続けてください。");
        }
        var verdicts = preview(processKey, sourceDefinition, mapping, by);
        if (verdicts.of(Kind.MOVES).isEmpty()) {
            throw new MoveNotPossible("いま移せるケースは、ありません。");
        }
        var id = RowId.next();
        together.executeWithoutResult(status -> {
            mapper.insert(new MoveRow(
                    id,
                    by.municipalityId(),
                    processKey,
                    target.name(),
                    sourceDefinition,
                    target.definitionId(),
                    source.version(),
                    target.version(),
                    reader.text(verdicts.plan().mapping()),
                    wave,
                    "running",
                    by.username(),
                    now(),
                    null));
            insertItems(id, verdicts);
            queue(id, wave);
            audit.changed(null, "moves.started", id);
        });
        return new Begun(id, worker.begin(id));
    }

    private void insertItems(String moveId, Verdicts verdicts) {
        var items = new ArrayList<CaseMoveItem>();
        for (var verdict : verdicts.all()) {
            var status = verdict.kind() == Kind.MOVES ? "waiting" : "left";
            items.add(new CaseMoveItem(
                    items.size() + 1,
                    verdict.instanceId(),
                    verdict.caseNo(),
                    verdict.kind(),
                    status,
                    verdict.reason(),
                    null));
        }
        for (int from = 0; from < items.size(); from += ROWS_AT_ONCE) {
            mapper.insertItems(moveId, items.subList(from, Math.min(from + ROWS_AT_ONCE, items.size())));
        }
    }

    private void queue(String moveId, int wave) {
        var last = mapper.lastOfWave(moveId, wave);
        if (last != null) {
            mapper.setWave(moveId, wave);
            mapper.queue(moveId, last);
        }
    }

    @Override
    public Optional<CaseMove> find(String moveId, Member member) {
        return reader.find(moveId).filter(move -> move.municipalityId().equals(member.municipalityId()));
    }

    @Override
    public List<CaseMove> list(String processKey, Member member) {
        return mapper.list(member.municipalityId(), processKey).stream()
                .map(reader::move)
                .toList();
    }

    @Override
    public List<CaseMoveItem> items(String moveId, @Nullable String status, int after, int limit, Member member) {
        require(moveId, member);
        return mapper.items(moveId, status, after, limit);
    }

    @Override
    public void pause(String moveId, Member by) {
        require(moveId, by);
        together.executeWithoutResult(status -> {
            if (mapper.setStatus(moveId, List.of("running"), "paused", null) > 0) {
                audit.changed(null, "moves.paused", moveId);
            }
        });
    }

    @Override
    public CompletableFuture<Void> resume(String moveId, Member by) {
        return goOn(moveId, by, "moves.resumed", () -> reader.find(moveId)
                .orElseThrow()
                .hasQueued());
    }

    @Override
    public CompletableFuture<Void> nextWave(String moveId, int wave, Member by) {
        return goOn(moveId, by, "moves.wave", () -> {
            queue(moveId, wave);
            return reader.find(moveId).orElseThrow().hasQueued();
        });
    }

    private CompletableFuture<Void> goOn(String moveId, Member by, String action, Supplier<Boolean> hasWork) {
        require(moveId, by);
        return begin(moveId, together.execute(status -> {
            if (mapper.setStatus(moveId, List.of("paused"), "running", null) == 0) {
                return false;
            }
            if (!hasWork.get()) {
                status.setRollbackOnly();
                return false;
            }
            audit.changed(null, action, moveId);
            return true;
        }));
    }

    @Override
    public CompletableFuture<Void> back(String moveId, @Nullable Integer itemNo, Member by) {
        require(moveId, by);
        return begin(moveId, together.execute(status -> {
            if (mapper.setStatus(moveId, List.of("paused", "done"), "returning", null) == 0) {
                return false;
            }
            if (mapper.askBack(moveId, itemNo) == 0) {
                status.setRollbackOnly();
                return false;
            }
            audit.changed(null, "moves.back", moveId);
            return true;
        }));
    }

    private CompletableFuture<Void> begin(String moveId, @Nullable Boolean wanted) {
        return Boolean.TRUE.equals(wanted) ? worker.begin(moveId) : CompletableFuture.completedFuture(null);
    }

    private void require(String moveId, Member member) {
        find(moveId, member).orElseThrow(NotHere::new);
    }

    static MovePlan plan(CaseMove move) {
        return new MovePlan(move.municipalityId(), move.sourceDefinition(), move.targetDefinition(), move.mapping());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
