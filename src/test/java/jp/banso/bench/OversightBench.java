package jp.banso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.banso.calendar.Rounds;
import jp.banso.people.Visitor;
import org.springframework.jdbc.core.JdbcTemplate;

/** The board of who leads all offices, and of who leads one, beside 24 months of finished steps. */
final class OversightBench implements Measured {

    static final int SIZE = 200_000;
    private static final int FINISHED = 2_000_000;

    private static final String PAGE = "/oversight";
    private static final String API = "/api/v1/oversight/overdue?by=";
    private static final List<String> DIMENSIONS = List.of("step", "person", "office", "role");
    private static final String ENGINE = "/api/v1/bench/engine/overdue";
    private static final List<String> FIGURES = List.of("step_day", "backlog_week", "step_risk", "oversight_drawn");

    /** The least that such a table takes: the open steps counted along an index that has all of it. */
    private static final String RAW =
            """
            SELECT step, COUNT(*), SUM(CASE WHEN due_at < ? THEN 1 ELSE 0 END), MIN(due_at)
            FROM work_item WHERE lead_office_id LIKE 'bench-%' GROUP BY step""";

    @Override
    public String name() {
        return "oversight-board";
    }

    @Override
    public List<Integer> sizes(List<Integer> asked) {
        return List.of(SIZE);
    }

    @Override
    public List<Result> measure(World world) throws Exception {
        PastGenerator past = new PastGenerator(world.jdbc(), LocalDateTime.now(world.bean(Clock.class)));
        try {
            prepare(world, past);
            return measured(world);
        } finally {
            past.remove(FINISHED);
            FIGURES.forEach(table -> world.jdbc().update("DELETE FROM " + table));
        }
    }

    /** The figures of the past are the product's own: its rounds are made until they find nothing more to do. */
    private static void prepare(World world, PastGenerator past) {
        JdbcTemplate jdbc = world.jdbc();
        long started = System.nanoTime();
        past.fill(FINISHED);
        Bench.say("%,d finished steps after %.0f s", FINISHED, (System.nanoTime() - started) / 1e9);
        Rounds drawing = world.bean("drawing", Rounds.class);
        LocalDateTime now = LocalDateTime.now(world.bean(Clock.class));
        List<Map<String, Object>> before;
        do {
            before = drawn(jdbc);
            drawing.make(now);
        } while (!drawn(jdbc).equals(before));
        past.analyze(FIGURES.toArray(String[]::new));
        Bench.say("figures drawn up after %.0f s: %s", (System.nanoTime() - started) / 1e9, drawn(jdbc));
        if (!Objects.equals(
                jdbc.queryForObject(
                        "SELECT SUM(done) FROM step_day WHERE lead_office_id LIKE 'bench-%'", Integer.class),
                FINISHED)) {
            throw new IllegalStateException("not all finished steps were drawn up");
        }
    }

    private static List<Map<String, Object>> drawn(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT * FROM oversight_drawn ORDER BY figures");
    }

    private static List<Result> measured(World world) throws Exception {
        List<Visitor> all = List.of(world.signedIn(Town.LEADER));
        List<Visitor> one = List.of(world.signedIn(Town.username(2, "chief-consultant", 1)));
        sameNumbers(all.get(0));
        var times = new Sampler()
                .way("page", turn -> World.get(all, turn, PAGE))
                .way("api", turn -> World.get(all, turn, API + DIMENSIONS.get(turn % DIMENSIONS.size())))
                .way("one", turn -> World.get(one, turn, PAGE))
                .way("engine", turn -> World.get(all, turn, ENGINE))
                .way("raw", turn -> world.jdbc().queryForList(RAW, world.today()))
                .run();
        Sampler.Stats engine = stat(times, "engine");
        Sampler.Stats raw = stat(times, "raw");
        String past = "beside %,d finished steps".formatted(FINISHED);
        return List.of(
                Result.times(
                        "oversight-board",
                        world,
                        stat(times, "page"),
                        engine,
                        raw,
                        past + "; the HTML page of who leads all 20 offices against the engine's 15 counts as JSON"),
                Result.times(
                        "oversight-board-api",
                        world,
                        stat(times, "api"),
                        engine,
                        raw,
                        "JSON by step, person, office and role by turns"),
                Result.times(
                        "oversight-board-one-office",
                        world,
                        stat(times, "one"),
                        null,
                        null,
                        "the HTML page of who leads one of the 20"));
    }

    private static Sampler.Stats stat(Map<String, Sampler.Stats> all, String way) {
        return Objects.requireNonNull(all.get(way));
    }

    /** Both sides must count the same, or nothing is compared. */
    private static void sameNumbers(Visitor leader) throws Exception {
        JsonNode answer = new ObjectMapper().readTree(World.get(List.of(leader), 0, API + "step"));
        Map<String, List<Integer>> ours = new TreeMap<>();
        for (JsonNode row : answer.path("rows")) {
            ours.put(row.path("key").asText(), numbers(row));
        }
        Map<String, List<Integer>> engine = new TreeMap<>();
        for (JsonNode row : new ObjectMapper().readTree(World.get(List.of(leader), 0, ENGINE))) {
            engine.put(row.path("key").asText(), numbers(row));
        }
        if (ours.size() != Kind.ALL.size() || !ours.equals(engine)) {
            throw new IllegalStateException("different numbers:\n" + ours + "\n" + engine);
        }
    }

    private static List<Integer> numbers(JsonNode row) {
        return List.of(
                row.path("open").asInt(),
                row.path("dueSoon").asInt(),
                row.path("overdue").asInt());
    }
}
