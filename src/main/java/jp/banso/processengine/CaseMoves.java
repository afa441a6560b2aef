package jp.banso.processengine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.processengine.Verdicts.OpenStep;
import jp.banso.processengine.Verdicts.Verdict;
import jp.banso.processengine.internal.move.Ground;
import jp.banso.processengine.internal.move.Judge.Ruling;
import jp.banso.processengine.internal.move.Mover;
import jp.banso.processengine.internal.move.RunningCase;
import jp.banso.processengine.internal.move.RunningCases;
import jp.banso.processengine.internal.move.Ticket;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes running processes to another version of their model: says beforehand what would become of each, moves one at a
 * time, and takes it back as long as nothing has happened in it. Called processes are instances of their own: a move of
 * the caller leaves them alone, and the other way round.
 */
@Service
public class CaseMoves {

    private static final int TRIES = 3;

    private final RunningCases running;
    private final Ground ground;
    private final Mover mover;
    private final TransactionTemplate apart;

    CaseMoves(RunningCases running, Ground ground, Mover mover, PlatformTransactionManager transactions) {
        this.running = running;
        this.ground = ground;
        this.mover = mover;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What the plan means for every running process of its source. Processes that differ in nothing are judged together,
     * and one of them is moved in the engine without anything being written, so the answer is the engine's own.
     *
     * @throws MoveRefused when a step cannot take the place the mapping gives it
     */
    public Verdicts verdicts(MovePlan plan) {
        var read = ground.of(plan);
        var groups = running.all(plan).stream()
                .collect(Collectors.groupingBy(
                        each -> each.shape() + each.failed(), LinkedHashMap::new, Collectors.toList()));
        var rulings = new HashMap<String, Ruling>();
        var lost = new TreeMap<String, Integer>();
        groups.values().forEach(group -> {
            var ruling = rule(group, plan);
            group.forEach(each -> rulings.put(each.instanceId(), ruling));
            ruling.lost().forEach(id -> lost.merge(id, group.size(), Integer::sum));
        });
        var all = groups.values().stream()
                .flatMap(List::stream)
                .map(each -> verdict(each, rulings.get(each.instanceId())))
                .sorted(Comparator.comparing(Verdict::caseNo, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparing(Verdict::instanceId))
                .toList();
        var open = new ArrayList<OpenStep>();
        lost.forEach((id, cases) -> open.add(
                new OpenStep(id, read.source().name(id), cases, read.ways().choices(id))));
        return new Verdicts(plan, all, open);
    }

    private static Verdict verdict(RunningCase running, Ruling ruling) {
        return new Verdict(running.instanceId(), running.caseNo(), ruling.kind(), running.stands(), ruling.reason());
    }

    private Ruling rule(List<RunningCase> group, MovePlan plan) {
        var ruling = ground.of(plan).judge().rule(group.get(0));
        if (ruling.kind() != Kind.MOVES) {
            return ruling;
        }
        for (var one : group.subList(0, Math.min(TRIES, group.size()))) {
            try {
                apart.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    mover.tryOut(one.instanceId(), ground.of(plan));
                });
                return ruling;
            } catch (MoveRefused refused) {
                if (running.find(plan, one.instanceId()).filter(one::equals).isPresent()) {
                    return Ruling.of(refused.kind(), refused.getMessage());
                } // it has gone on meanwhile: another one of its kind is asked
            }
        }
        return ruling;
    }

    /**
     * Moves one process, with its open steps, in the caller's transaction or one of its own.
     *
     * @throws MoveRefused when it stays where it is; the transaction is not to be committed then
     */
    @Transactional
    public Moved move(String instanceId, MovePlan plan) {
        var read = ground.of(plan);
        var one = running.find(plan, instanceId)
                .orElseThrow(() -> new MoveRefused(Kind.STAYS, "この版での手続は、もう終わったか移っています。"));
        var ruling = read.judge().rule(one);
        if (ruling.kind() != Kind.MOVES) {
            throw new MoveRefused(ruling.kind(), ruling.reason() == null ? "この先に変わるところがありません。" : ruling.reason());
        }
        var ticket = mover.move(one, read);
        return new Moved(ticket.write(), footprint(instanceId));
    }

    /**
     * Takes a process back that has been moved by this plan: to the places, dates and timers it had.
     *
     * @throws MoveRefused when something has happened in it since, or the engine does not do it
     */
    @Transactional
    public void moveBack(String instanceId, MovePlan plan, Moved moved) {
        var ticket = Ticket.read(moved.ticket());
        var back = new HashMap<String, String>();
        ticket.ways().forEach((from, to) -> {
            if (!from.equals(to) && back.put(to, from) != null) {
                throw new MoveRefused(Kind.CANNOT, "二つの手順が一つになったので、元に戻せません。");
            }
        });
        var way = new MovePlan(plan.municipalityId(), plan.target(), plan.source(), back);
        var one =
                running.find(way, instanceId).orElseThrow(() -> new MoveRefused(Kind.STAYS, "この版での手続は、もう終わったか移っています。"));
        if (!footprint(instanceId).equals(moved.footprint())) {
            throw new MoveRefused(Kind.CANNOT, "移したあとに手続が進んだので、元に戻せません。");
        }
        if (one.suspended() || one.failed()) {
            throw new MoveRefused(Kind.CANNOT, "止めてあるか、自動の手順がつまずいているので、元に戻せません。");
        }
        mover.moveBack(instanceId, ground.of(way), ticket);
    }

    /** Steps of the plan's source as people call them. */
    public String stepName(MovePlan plan, String step) {
        return ground.of(plan).source().name(step);
    }

    private String footprint(String instanceId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            running.happened(instanceId).forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
