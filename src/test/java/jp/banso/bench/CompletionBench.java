package jp.banso.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.banso.people.Member;
import jp.banso.worklist.WorkItem;

/**
 * Six steps of the journey, from consent to the decision on the category, completed through the product (validation,
 * record, timeline, facts, queue, audit) and by the bare engine, on the same tables, in the same process, without HTTP
 * on either side. Finding the next task is not counted on either side.
 */
final class CompletionBench implements Measured {

    private static final List<String> STEPS = List.of(
            "obtainConsent", "firstInterview", "judgeEmergency", "screen", "intakeAssessment", "decideCategory");
    private static final int WARM_UP = 40;
    private static final int CASES = 40;
    private static final int THREADS = 8;
    private static final int ROUNDS = 5;

    private final Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public String name() {
        return "complete-step";
    }

    @Override
    public List<Result> measure(World world) throws Exception {
        Properties driver = world.bean(HikariDataSource.class).getDataSourceProperties();
        try (BareEngine bare = new BareEngine("bare", new Properties());
                BareEngine driven = new BareEngine("driven", driver)) {
            ProductSide product = new ProductSide(world);
            warmUp(product, bare, driven);
            String trips = statements(world, product, bare, driven);
            List<List<Double>> ours = new ArrayList<>();
            List<List<Double>> engine = new ArrayList<>();
            List<List<Double>> alike = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                ours.add(ours(product));
                engine.add(engine(bare));
                alike.add(engine(driven));
            }
            String note = "%s; the engine with the product's settings of the driver: %.2f ms"
                    .formatted(trips, perStep(alike).median());
            Result one = Result.times("complete-step", world, perStep(ours), perStep(engine), null, note);
            return List.of(one, together(world, product, bare));
        }
    }

    private void warmUp(ProductSide product, BareEngine bare, BareEngine driven) {
        for (int i = 0; i < WARM_UP; i++) {
            ours(product);
            engine(bare);
            engine(driven);
        }
    }

    private Result together(World world, ProductSide product, BareEngine bare) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> engine = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.addAll(atOnce(() -> ours(product)));
            engine.addAll(atOnce(() -> engine(bare)));
        }
        return Result.throughput(
                "complete-step-8-threads", world, perSecond(ours), perSecond(engine), ours.size(), null);
    }

    /** The six steps differ much in what the flow does after them: the mean of their six medians. */
    private static Sampler.Stats perStep(List<List<Double>> cases) {
        List<Sampler.Stats> steps = IntStream.range(0, STEPS.size())
                .mapToObj(step ->
                        Sampler.Stats.of(cases.stream().map(ms -> ms.get(step)).toList()))
                .toList();
        return new Sampler.Stats(
                steps.stream().mapToDouble(Sampler.Stats::median).average().orElseThrow(),
                steps.stream().mapToDouble(Sampler.Stats::p95).average().orElseThrow(),
                cases.size() * STEPS.size());
    }

    private static List<Double> atOnce(Callable<List<Double>> oneCase) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Double> all = new ArrayList<>();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(THREADS * 3, oneCase))) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    /** Steps a second of all threads together, from the time that the calls themselves took. */
    private static double perSecond(List<Double> ms) {
        return THREADS
                * 1000
                / ms.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private List<Double> ours(ProductSide product) {
        WorkItem item = product.receive(numbers.incrementAndGet() % Town.OFFICES + 1);
        facts.putIfAbsent("registerConsultation", FactsHeard.last());
        List<Double> ms = new ArrayList<>();
        for (String step : STEPS) {
            if (!item.step().equals(step)) {
                throw new IllegalStateException("expected " + step + " but it is " + item.step());
            }
            Member by = product.worker(item);
            Map<String, Object> answer = product.answer(item, by);
            product.signIn(by);
            long before = System.nanoTime();
            List<WorkItem> open = product.complete(item, answer, by);
            ms.add((System.nanoTime() - before) / 1e6);
            facts.putIfAbsent(step, FactsHeard.last());
            item = open.get(0);
        }
        return ms;
    }

    private List<Double> engine(BareEngine bare) {
        String key = "bare-" + numbers.incrementAndGet();
        bare.start(key);
        bare.complete(bare.task(key, "registerConsultation"), facts.get("registerConsultation"));
        List<Double> ms = new ArrayList<>();
        for (String step : STEPS) {
            String task = bare.task(key, step);
            long before = System.nanoTime();
            bare.complete(task, facts.get(step));
            ms.add((System.nanoTime() - before) / 1e6);
        }
        return ms;
    }

    /** How often each side speaks to the database for one case, reception and look-ups included. */
    private String statements(World world, ProductSide product, BareEngine bare, BareEngine driven) {
        return "statements for a whole case: ours %d, engine %d, with the product's settings of the driver %d"
                .formatted(
                        asked(world, () -> ours(product)),
                        asked(world, () -> engine(bare)),
                        asked(world, () -> engine(driven)));
    }

    private static long asked(World world, Runnable oneCase) {
        long before = questions(world);
        oneCase.run();
        return questions(world) - before - 1;
    }

    private static long questions(World world) {
        return world.jdbc()
                .queryForObject(
                        "SELECT CAST(VARIABLE_VALUE AS UNSIGNED) FROM information_schema.GLOBAL_STATUS"
                                + " WHERE VARIABLE_NAME = 'QUESTIONS'",
                        Long.class);
    }
}
