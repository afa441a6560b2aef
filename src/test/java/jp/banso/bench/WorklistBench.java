package jp.banso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.banso.people.Visitor;

/** The first page of the team view and the counts of all views, of ten consultants in ten offices by turns. */
final class WorklistBench implements Measured {

    private static final String ROLE = "consultant";
    private static final int LIMIT = 50;
    private static final String OURS = "/api/v1/worklist?view=team&counts=false&limit=" + LIMIT;
    private static final String OURS_WITH_COUNTS = "/api/v1/worklist?view=team&limit=" + LIMIT;
    private static final String ENGINE = "/api/v1/bench/engine/worklist?limit=" + LIMIT;

    /** What a page cannot do without: the rows of one queue along its index, with what the list shows of each. */
    private static final String RAW =
            """
            SELECT w.* FROM (SELECT task_id, due_sort, priority_sort FROM work_item_queue WHERE queue_key = ?
              ORDER BY due_sort, priority_sort, task_id LIMIT 51) q
            JOIN work_item w ON w.task_id = q.task_id ORDER BY q.due_sort, q.priority_sort, q.task_id""";

    private static final String RAW_COUNT =
            "SELECT COUNT(*) FROM (SELECT 1 FROM work_item_queue WHERE queue_key = ? LIMIT 1000) c";

    @Override
    public String name() {
        return "worklist-page";
    }

    @Override
    public List<Result> measure(World world) throws Exception {
        List<Visitor> members = world.signedIn(IntStream.rangeClosed(1, 10)
                .mapToObj(office -> Town.username(office, ROLE, 1))
                .toList());
        sameSteps(members.get(3));
        List<Result> results = new ArrayList<>();
        var page = new Sampler()
                .way("ours", turn -> World.get(members, turn, OURS))
                .way("counted", turn -> World.get(members, turn, OURS_WITH_COUNTS))
                .way("engine counted", turn -> {
                    World.get(members, turn, "/api/v1/bench/engine/counts");
                    World.get(members, turn, ENGINE);
                })
                .way("html", turn -> World.get(members, turn, "/worklist?view=team"))
                .way("engine", turn -> World.get(members, turn, ENGINE))
                .way("raw", turn -> world.jdbc().queryForList(RAW, queue(turn)))
                .run();
        results.add(Result.times(
                "worklist-page",
                world,
                stat(page, "ours"),
                stat(page, "engine"),
                stat(page, "raw"),
                "50 steps as JSON on both sides"));
        results.add(Result.times(
                "worklist-page-and-counts",
                world,
                stat(page, "counted"),
                stat(page, "engine counted"),
                null,
                "the same with the counts of six views; one call of ours, two of the engine's"));
        results.add(Result.times(
                "worklist-page-html",
                world,
                stat(page, "html"),
                stat(page, "engine"),
                stat(page, "raw"),
                "the HTML page against the engine's JSON"));
        var counts = new Sampler()
                .way("ours", turn -> World.get(members, turn, "/api/v1/bench/counts"))
                .way("engine", turn -> World.get(members, turn, "/api/v1/bench/engine/counts"))
                .way("raw", turn -> world.jdbc().queryForObject(RAW_COUNT, Integer.class, queue(turn)))
                .run();
        results.add(Result.times(
                "worklist-counts",
                world,
                stat(counts, "ours"),
                stat(counts, "engine"),
                stat(counts, "raw"),
                "six views; ours stops at 1000, raw is one of them"));
        return results;
    }

    private static Sampler.Stats stat(Map<String, Sampler.Stats> all, String way) {
        return java.util.Objects.requireNonNull(all.get(way));
    }

    private static String queue(int turn) {
        return Town.office(turn % 10 + 1) + "/" + ROLE;
    }

    /** Both sides must show the same steps in the same order, or nothing is compared. */
    private static void sameSteps(Visitor member) throws Exception {
        List<String> ours = ids(World.get(List.of(member), 0, OURS));
        List<String> engine = ids(World.get(List.of(member), 0, ENGINE));
        if (ours.isEmpty() || !ours.equals(engine)) {
            throw new IllegalStateException("different pages:\n" + ours + "\n" + engine);
        }
    }

    private static List<String> ids(String json) throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : new ObjectMapper().readTree(json).path("items")) {
            ids.add(item.path("taskId").asText());
        }
        return ids;
    }
}
