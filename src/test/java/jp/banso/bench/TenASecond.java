package jp.banso.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.banso.bench.WatchedCases.Stand;
import jp.banso.bench.WatchedCases.Watched;
import jp.banso.people.Visitor;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;

/**
 * Ten requests a second of consultants in twenty offices: of ten, five open the queue's page, two its JSON, two a case,
 * and one does a step of a case under watch, once that is wanted.
 */
final class TenASecond implements AutoCloseable {

    private static final int THREADS = 4;
    private static final long EVERY_MS = 100;
    private static final String PAGE = "/worklist?view=team";

    private final World world;
    private final WatchedCases watch;
    private final List<Visitor> members;
    private final List<Watched> cases;
    private final List<Watched> steps;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final List<Double> pages = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger nextStep = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final ObjectMapper json = new ObjectMapper();
    private volatile boolean completing;

    TenASecond(World world, WatchedCases watch, List<Watched> cases) {
        this.world = world;
        this.watch = watch;
        this.cases = cases;
        this.steps = cases.stream().filter(one -> one.stand() == Stand.CONTACT).toList();
        this.members = world.signedIn(IntStream.rangeClosed(1, Town.OFFICES)
                .mapToObj(office -> Town.username(office, "consultant", 1))
                .toList());
        for (int turn = 0; turn < members.size() * THREADS; turn++) {
            World.get(members, turn, PAGE);
        }
        threads.scheduleAtFixedRate(() -> threads.execute(this::request), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** How long the queue's page took in the time that begins now. */
    List<Double> pages(long ms) throws InterruptedException, ExecutionException {
        pages.clear();
        return threads.schedule(() -> pages(), ms, TimeUnit.MILLISECONDS).get();
    }

    /** How long the queue's page took since it was last asked. */
    List<Double> pages() {
        synchronized (pages) {
            List<Double> all = List.copyOf(pages);
            pages.clear();
            return all;
        }
    }

    void completesSteps() {
        completing = true;
    }

    /** Cases whose step was done on the way. */
    Set<String> completed() {
        return completed;
    }

    /** Steps that were answered with 409, because the case was being moved at that moment. */
    int refused() {
        return refused.get();
    }

    int requests() {
        return turns.get();
    }

    private void request() {
        int turn = turns.getAndIncrement();
        try {
            switch (turn % 10) {
                case 5, 6 -> World.get(members, turn, "/api/v1/worklist?view=team&limit=50");
                case 7, 8 -> {
                    Watched one = cases.get(turn % cases.size());
                    World.get(List.of(members.get(one.office() - 1)), 0, "/cases/" + one.caseNo());
                }
                case 9 -> step(turn);
                default -> page(turn);
            }
        } catch (Exception | AssertionError failed) {
            failures.add(failed);
        }
    }

    private void page(int turn) {
        long before = System.nanoTime();
        World.get(members, turn, PAGE);
        pages.add((System.nanoTime() - before) / 1e6);
    }

    private void step(int turn) throws Exception {
        int n = completing ? nextStep.getAndIncrement() : steps.size();
        if (n >= steps.size()) {
            page(turn);
            return;
        }
        Watched one = steps.get(n);
        WorkItem item = world.bean(Worklist.class).ofCase(one.caseNo()).get(0);
        String answer = json.writeValueAsString(Map.of("data", watch.answer(item, one.office())));
        int status = members.get(one.office() - 1)
                .call("POST", "/api/v1/tasks/" + item.taskId() + "/complete", answer)
                .statusCode();
        switch (status) {
            case 200 -> completed.add(one.caseNo());
            case 409 -> refused.incrementAndGet();
            default -> throw new IllegalStateException("a step answered " + status);
        }
    }

    /** @throws IllegalStateException when anything but a page came back */
    void ends() throws InterruptedException {
        close();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " of " + turns + " requests failed", failures.get(0));
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(30, TimeUnit.SECONDS);
    }
}
