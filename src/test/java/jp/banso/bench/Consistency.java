package jp.banso.bench;

import java.util.List;
import java.util.Map;
import jp.banso.worklist.Worklist;
import jp.banso.worklist.WorklistReconciler;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows that generated rows are what the product itself would have written. */
final class Consistency {

    private static final int SAMPLE = 200;

    private final WorklistReconciler reconciler;
    private final Worklist worklist;
    private final JdbcTemplate jdbc;

    Consistency(WorklistReconciler reconciler, Worklist worklist, JdbcTemplate jdbc) {
        this.reconciler = reconciler;
        this.worklist = worklist;
        this.jdbc = jdbc;
    }

    /** The whole queue against the engine's tasks, and a sample rebuilt by the product and compared column by column. */
    void check(int from, int to) {
        List<String> differences = reconciler.differences();
        if (!differences.isEmpty()) {
            throw new IllegalStateException(differences.size() + " differences, such as " + differences.get(0));
        }
        for (int i = 0; i < SAMPLE; i++) {
            int n = from + (int) ((long) (to - from) * i / SAMPLE);
            List<List<Map<String, Object>>> generated = rows(n);
            worklist.refresh(Generator.caseNo(n));
            if (!generated.equals(rows(n))) {
                throw new IllegalStateException("generated " + generated + "\nproduct writes " + rows(n));
            }
        }
    }

    private List<List<Map<String, Object>>> rows(int n) {
        List<Map<String, Object>> item =
                jdbc.queryForList("SELECT * FROM work_item WHERE task_id = ?", Generator.taskId(n));
        List<Map<String, Object>> queues = jdbc.queryForList(
                "SELECT * FROM work_item_queue WHERE task_id = ? ORDER BY queue_key", Generator.taskId(n));
        item.forEach(row -> row.keySet().removeAll(List.of("changed_at", "version")));
        queues.forEach(row -> row.remove("changed_at"));
        return List.of(item, queues);
    }
}
