package jp.banso.bench;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the product's history with finished steps of the last 24 months by INSERT … SELECT from the patterns. Step n is
 * of kind n mod 5 in office n / 5 mod 20, as the open steps are; it took up to 19 days of the 14 it had, so that one in
 * four was late. The figures of days and weeks are not made here: the product draws them up itself.
 */
final class PastGenerator {

    static final int DAYS = 730;

    /** Finished steps belong to the cases of that many open steps. */
    private static final int CASES = 10_000;

    private static final int CHUNK = 100_000;
    private static final String MARK = "-0006-1000-8000-0000000bench";

    private final JdbcTemplate jdbc;
    private final boolean h2;
    private final LocalDateTime now;

    PastGenerator(JdbcTemplate jdbc, LocalDateTime now) {
        this.jdbc = jdbc;
        this.now = now;
        this.h2 = Boolean.TRUE.equals(jdbc.execute((java.sql.Connection c) ->
                c.getMetaData().getDatabaseProductName().equals("H2")));
    }

    void fill(int count) {
        for (int start = 0; start < count; start += CHUNK) {
            for (int kind = 0; kind < Kind.ALL.size(); kind++) {
                chunk(start, Math.min(count, start + CHUNK), kind);
            }
        }
        analyze("finished_step");
    }

    /** Takes the finished steps away again, in pieces that one transaction bears easily. */
    void remove(int count) {
        for (int start = 0; start < count; start += CHUNK) {
            jdbc.update("DELETE FROM finished_step WHERE task_id LIKE ?", "%03d%%%s".formatted(start / CHUNK, MARK));
        }
    }

    void analyze(String... tables) {
        if (!h2) {
            jdbc.queryForList("ANALYZE TABLE " + String.join(", ", List.of(tables)));
        }
    }

    private void chunk(int from, int to, int kind) {
        String numbers = h2
                ? "SELECT X AS n FROM SYSTEM_RANGE(%d, %d)".formatted(from, to - 1)
                : "SELECT seq AS n FROM seq_%d_to_%d".formatted(from, to - 1);
        jdbc.update(
                """
                INSERT INTO finished_step (task_id, municipality_id, lead_office_id, office_id, role, business_key, process_key,
                  definition_id, step, name, category, assignee, created_at, due_at, done_at, outcome)
                SELECT CONCAT(LPAD(CONCAT('', y.n), 8, '0'), '{mark}'), t.municipality_id, CONCAT('bench-', y.office),
                  CONCAT('bench-', y.office), t.role, CONCAT('R07-', LPAD(CONCAT('', MOD(y.n, {cases})), 7, '0')), t.process_key,
                  t.definition_id, t.step, t.name, CASE MOD(y.j, 4) WHEN 0 THEN NULL WHEN 1 THEN '1-1' WHEN 2 THEN '2-1' ELSE '3' END,
                  CONCAT('b', y.office, '-', t.role, '-', MOD(y.j, 10)), TIMESTAMPADD(DAY, -y.age, y.done_at),
                  TIMESTAMPADD(DAY, 14 - y.age, y.done_at), y.done_at, 'done'
                FROM (SELECT z.n, z.j, z.office, MOD(z.j + FLOOR(z.j / {days}) * 3, 20) AS age,
                        TIMESTAMPADD(MINUTE, MOD(z.n, 480), TIMESTAMPADD(DAY, -2 - MOD(z.j, {days}), TIMESTAMP '{today} 09:00:00')) AS done_at
                      FROM (SELECT n, FLOOR(n / 100) AS j, LPAD(CONCAT('', MOD(FLOOR(n / 5), 20) + 1), 2, '0') AS office
                            FROM ({numbers}) x WHERE MOD(n, 5) = {kind}) z) y
                CROSS JOIN {pattern} t"""
                        .replace("{mark}", MARK)
                        .replace("{cases}", String.valueOf(CASES))
                        .replace("{days}", String.valueOf(DAYS))
                        .replace("{today}", now.toLocalDate().toString())
                        .replace("{numbers}", numbers)
                        .replace("{kind}", String.valueOf(kind))
                        .replace("{pattern}", Patterns.table("work_item", kind)));
    }
}
