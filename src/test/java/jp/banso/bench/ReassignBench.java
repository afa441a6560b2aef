package jp.banso.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.banso.oversight.Reassignments;
import jp.banso.people.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * 300 open steps of one office handed to others of it at once, and taken back between the samples. Meanwhile a colleague
 * of the same office loads the team's list again and again.
 */
final class ReassignBench implements Measured {

    private static final int SAMPLES = 7;
    private static final int WARM_UP = 2;
    private static final int PAGES_ALONE = 60;
    private static final String ROLE = "consultant";
    private static final String TEAM = "/worklist?view=team";

    private record Step(String taskId, @Nullable String assignee) {}

    @Override
    public String name() {
        return "bulk-reassign";
    }

    @Override
    public List<Integer> sizes(List<Integer> asked) {
        return List.of(OversightBench.SIZE);
    }

    @Override
    public List<Result> measure(World world) throws Exception {
        Visitor leader = world.signedIn(Town.LEADER);
        Visitor colleague = world.signedIn(Town.username(1, ROLE, 2));
        List<Step> steps = steps(world);
        String[] form = form(steps);
        List<Double> ours = new ArrayList<>();
        List<Double> engine = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> meanwhile = new ArrayList<>();
        try (BareEngine bare = new BareEngine("bare", new Properties())) {
            List<String> tasks = copies(bare);
            for (int turn = -WARM_UP; turn < SAMPLES; turn++) {
                List<Double> quiet = new ArrayList<>();
                for (int page = 0; page < PAGES_ALONE; page++) {
                    quiet.add(page(colleague));
                }
                List<Double> busy = new ArrayList<>();
                double handed = handOver(world, leader, colleague, form, busy);
                if (!steps(world).equals(steps)) {
                    throw new IllegalStateException("the steps did not come back to whom they were taken from");
                }
                double set = assign(bare, tasks, Town.username(1, ROLE, Math.floorMod(turn, 2)));
                if (turn >= 0) {
                    ours.add(handed);
                    engine.add(set);
                    alone.addAll(quiet);
                    meanwhile.addAll(busy);
                }
            }
        }
        Sampler.Stats usual = Sampler.Stats.of(alone);
        Sampler.Stats during = Sampler.Stats.of(meanwhile);
        return List.of(
                Result.times(
                        "bulk-reassign",
                        world,
                        Sampler.Stats.of(ours),
                        Sampler.Stats.of(engine),
                        null,
                        "%d steps over HTTP with a result for each, while a colleague loads the team's list: %.1f ms a page, usually %.1f ms"
                                .formatted(Reassignments.MOST, during.median(), usual.median())),
                Result.times("bulk-reassign-page-meanwhile", world, during, null, null, "the team's list meanwhile"),
                Result.times("bulk-reassign-page-alone", world, usual, null, null, "the team's list before"));
    }

    /** The steps of one queue that are due first, whoever holds them. */
    private static List<Step> steps(World world) {
        return world.jdbc()
                .query(
                        "SELECT task_id, assignee FROM work_item WHERE office_id = ? AND role = ? AND task_id LIKE '%bench'"
                                + " ORDER BY due_at, task_id LIMIT " + Reassignments.MOST,
                        (row, n) -> new Step(Objects.requireNonNull(row.getString(1)), row.getString(2)),
                        Town.office(1),
                        ROLE);
    }

    /** Each step goes to another than holds it. */
    private static String[] form(List<Step> steps) {
        List<String> form = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String to = Town.username(1, ROLE, i % Town.MEMBERS);
            form.add("to." + steps.get(i).taskId());
            form.add(to.equals(steps.get(i).assignee()) ? Town.username(1, ROLE, (i + 1) % Town.MEMBERS) : to);
        }
        return form.toArray(String[]::new);
    }

    /** From the click to the page with all results; then taken back, which is not counted. */
    private static double handOver(
            World world, Visitor leader, Visitor colleague, String[] form, List<Double> pagesMeanwhile)
            throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> pages = thread.submit(() -> {
            while (!over.get()) {
                pagesMeanwhile.add(page(colleague));
            }
        });
        try {
            long before = System.nanoTime();
            HttpResponse<String> answer = leader.post("/oversight/reassign", form);
            String results = answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
            HttpResponse<String> shown = leader.get(results);
            double ms = (System.nanoTime() - before) / 1e6;
            over.set(true);
            pages.get();
            allDone(world, results, shown.statusCode());
            leader.post(results + "/undo");
            return ms;
        } finally {
            over.set(true);
            thread.shutdown();
        }
    }

    private static void allDone(World world, String results, int status) {
        Integer done = world.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM reassignment_item WHERE reassignment_id = ? AND refused IS NULL",
                        Integer.class,
                        results.substring(results.lastIndexOf('/') + 1));
        if (status != 200 || !Objects.equals(done, Reassignments.MOST)) {
            throw new IllegalStateException(results + " answered " + status + ", handed over " + done);
        }
    }

    private static double page(Visitor visitor) {
        long before = System.nanoTime();
        World.get(List.of(visitor), 0, TEAM);
        return (System.nanoTime() - before) / 1e6;
    }

    private static List<String> copies(BareEngine bare) {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < Reassignments.MOST; i++) {
            bare.start("bare-bulk-" + i);
            tasks.add(bare.task("bare-bulk-" + i, "registerConsultation"));
        }
        return tasks;
    }

    private static double assign(BareEngine bare, List<String> tasks, String username) {
        long before = System.nanoTime();
        tasks.forEach(task -> bare.assign(task, username));
        return (System.nanoTime() - before) / 1e6;
    }
}
