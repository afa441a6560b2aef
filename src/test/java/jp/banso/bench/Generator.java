package jp.banso.bench;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the product's and the engine's tables with open steps by INSERT … SELECT from the patterns. Step n lies with
 * kind n mod 5 in office n / 5 mod 20; j counts within that queue. Four in ten are held by one of ten members, one in
 * 25 waits for an answer, due dates lie from 20 days ago to 70 days ahead. No history is made.
 */
final class Generator {

    /** Ends every generated id, so that the rows can be told from real ones. */
    private static final String MARK = "-1000-8000-0000000bench";

    private static final int CHUNK = 50_000;

    private final JdbcTemplate jdbc;
    private final boolean h2;
    private final LocalDateTime now;

    Generator(JdbcTemplate jdbc, LocalDateTime now) {
        this.jdbc = jdbc;
        this.now = now.withNano(0);
        this.h2 = Boolean.TRUE.equals(jdbc.execute((java.sql.Connection c) ->
                c.getMetaData().getDatabaseProductName().equals("H2")));
    }

    static String caseNo(int n) {
        return "R07-%07d".formatted(n);
    }

    static String taskId(int n) {
        return "%08d-0001%s".formatted(n, MARK);
    }

    /** Makes the steps from, inclusive, up to, exclusive. */
    void grow(int from, int to) {
        Names.make(jdbc);
        for (int start = from; start < to; start += CHUNK) {
            plan(start, Math.min(to, start + CHUNK));
            for (int kind = 0; kind < Kind.ALL.size(); kind++) {
                people(kind);
                engine(kind);
                queue(kind);
            }
        }
        jdbc.execute("DROP TABLE bench_plan");
        analyze();
    }

    /**
     * Gives the engine what a product without a read model would give it: a candidate group for each office and role,
     * so that its query needs no variable and no join to reach an office.
     */
    void engineGroups(int from, int to) {
        for (int start = from; start < to; start += CHUNK) {
            plan(start, Math.min(to, start + CHUNK));
            for (int kind = 0; kind < Kind.ALL.size(); kind++) {
                copy(
                        "ACT_RU_IDENTITYLINK",
                        kind,
                        Map.of(
                                "ID_", id("03"),
                                "TASK_ID_", "p.task_id",
                                "GROUP_ID_", "CONCAT(p.office_id, '/', t.GROUP_ID_)"),
                        "t.GROUP_ID_ <> 'contractor'");
            }
        }
        jdbc.execute("DROP TABLE bench_plan");
        analyze();
    }

    /** Takes everything generated away again. */
    void remove() {
        String marked = "LIKE '%" + MARK + "'";
        for (String table : List.of("work_item_queue", "work_item")) {
            jdbc.update("DELETE FROM " + table + " WHERE task_id " + marked);
        }
        for (String table : List.of("ACT_RU_IDENTITYLINK", "ACT_RU_TASK", "ACT_RU_VARIABLE", "ACT_RU_EXECUTION")) {
            jdbc.update("DELETE FROM " + table + " WHERE ID_ " + marked);
        }
        jdbc.update("DELETE FROM case_grant WHERE grant_id " + marked);
        jdbc.update("DELETE FROM support_case WHERE person_id " + marked);
        jdbc.update("DELETE FROM person WHERE person_id " + marked);
        Names.forget(jdbc);
    }

    private void plan(int from, int to) {
        String numbers = h2
                ? "SELECT X AS n FROM SYSTEM_RANGE(%d, %d)".formatted(from, to - 1)
                : "SELECT seq AS n FROM seq_%d_to_%d".formatted(from, to - 1);
        jdbc.execute("DROP TABLE IF EXISTS bench_plan");
        jdbc.execute(
                """
                CREATE TABLE bench_plan AS
                SELECT n, MOD(n, 5) AS kind, CONCAT('R07-', LPAD(CONCAT('', n), 7, '0')) AS case_no,
                       CONCAT('bench-', office) AS office_id, LPAD(CONCAT('', n), 8, '0') AS number,
                       CONCAT(LPAD(CONCAT('', n), 8, '0'), '-0000{mark}') AS instance_id,
                       CONCAT(LPAD(CONCAT('', n), 8, '0'), '-0001{mark}') AS task_id,
                       CONCAT(LPAD(CONCAT('', n), 8, '0'), '-0004{mark}') AS person_id,
                       CASE WHEN MOD(j, 5) < 2 THEN CONCAT('b', office, '-', {role}, '-', MOD(FLOOR(j / 5), 10)) END AS assignee,
                       TIMESTAMPADD(DAY, MOD(j * 7 + n, 90) - 20, TIMESTAMP '{today} 17:15:00') AS due_at,
                       TIMESTAMPADD(SECOND, -MOD(n * 7919, 5184000), TIMESTAMP '{now}') AS created_at,
                       CASE WHEN MOD(j, 25) = 7
                         THEN TIMESTAMPADD(DAY, MOD(j, 14) + 1, TIMESTAMP '{today} 08:30:00') END AS follow_up_at,
                       CASE MOD(j, 4) WHEN 0 THEN NULL WHEN 1 THEN '1-1' WHEN 2 THEN '2-1' ELSE '3' END AS category,
                       MOD(n * 31 + j, {names}) AS name_no
                FROM (SELECT n, FLOOR(n / 100) AS j, LPAD(CONCAT('', MOD(FLOOR(n / 5), 20) + 1), 2, '0') AS office
                      FROM ({numbers}) x) y"""
                        .replace("{mark}", MARK)
                        .replace("{role}", role())
                        .replace("{today}", now.toLocalDate().toString())
                        .replace("{now}", Timestamp.valueOf(now).toString().substring(0, 19))
                        .replace("{names}", String.valueOf(Names.COUNT))
                        .replace("{numbers}", numbers));
    }

    private static String role() {
        return "CASE MOD(n, 5) "
                + IntStream.range(0, Kind.ALL.size())
                        .mapToObj(k -> "WHEN " + k + " THEN '" + Kind.ALL.get(k).role() + "'")
                        .collect(Collectors.joining(" "))
                + " END";
    }

    private void people(int kind) {
        copy(
                "person",
                kind,
                Map.of(
                        "person_id",
                        "p.person_id",
                        "name",
                        "m.name",
                        "kana",
                        "m.kana",
                        "name_key",
                        "m.name_key",
                        "kana_key",
                        "m.kana_key",
                        "changed_at",
                        "p.created_at"));
        copy(
                "support_case",
                kind,
                Map.of(
                        "case_no",
                        "p.case_no",
                        "person_id",
                        "p.person_id",
                        "office_id",
                        "p.office_id",
                        "category",
                        "p.category",
                        "opened_on",
                        "CAST(p.created_at AS DATE)"));
        copy(
                "case_grant",
                kind,
                Map.of(
                        "grant_id",
                        id("05"),
                        "case_no",
                        "p.case_no",
                        "office_id",
                        "p.office_id",
                        "opened_at",
                        "p.created_at"));
    }

    private void engine(int kind) {
        Map<String, String> execution = new LinkedHashMap<>();
        for (String column : List.of("ID_", "ROOT_PROC_INST_ID_", "PROC_INST_ID_")) {
            execution.put(column, "p.instance_id");
        }
        execution.put("BUSINESS_KEY_", "p.case_no");
        execution.put("ACT_INST_ID_", "CONCAT(t.ACT_ID_, ':', p.instance_id)");
        copy("ACT_RU_EXECUTION", kind, execution);
        copy(
                "ACT_RU_VARIABLE",
                kind,
                Map.of(
                        "ID_",
                        id("01"),
                        "EXECUTION_ID_",
                        "p.instance_id",
                        "PROC_INST_ID_",
                        "p.instance_id",
                        "VAR_SCOPE_",
                        "p.instance_id",
                        "TEXT_",
                        "CASE t.NAME_ WHEN 'caseNo' THEN p.case_no WHEN 'officeId' THEN p.office_id ELSE t.TEXT_ END"));
        copy(
                "ACT_RU_TASK",
                kind,
                Map.of(
                        "ID_",
                        "p.task_id",
                        "EXECUTION_ID_",
                        "p.instance_id",
                        "PROC_INST_ID_",
                        "p.instance_id",
                        "ASSIGNEE_",
                        "p.assignee",
                        "CREATE_TIME_",
                        "p.created_at",
                        "DUE_DATE_",
                        "p.due_at",
                        "FOLLOW_UP_DATE_",
                        "p.follow_up_at"));
        copy("ACT_RU_IDENTITYLINK", kind, Map.of("ID_", id("02"), "TASK_ID_", "p.task_id"));
    }

    private void queue(int kind) {
        Map<String, String> item = new LinkedHashMap<>();
        for (String column :
                List.of("task_id", "office_id", "assignee", "category", "created_at", "due_at", "follow_up_at")) {
            item.put(column, "p." + column);
        }
        item.put("lead_office_id", "p.office_id");
        item.put("business_key", "p.case_no");
        item.put("display_name", "m.name");
        item.put("kana", "m.kana");
        item.put("search_key", "CONCAT(m.name_key, ' ', m.kana_key, ' ', p.case_no)");
        copy("work_item", kind, item);
        Map<String, String> queue = new LinkedHashMap<>();
        queue.put("task_id", "p.task_id");
        queue.put("assigned", "CASE WHEN p.assignee IS NULL THEN FALSE ELSE TRUE END");
        queue.put("due_sort", "p.due_at");
        queue.put("follow_up_at", "p.follow_up_at");
        queue.put(
                "queue_key",
                "CONCAT(p.office_id, SUBSTRING(t.queue_key, " + (Town.office(1).length() + 1) + "))");
        copy("work_item_queue", kind, queue);
        queue.put("queue_key", "CONCAT('@', p.assignee)");
        copy("work_item_queue", kind, queue, "t.bench_row = 1 AND p.assignee IS NOT NULL");
    }

    private static String id(String group) {
        return "CONCAT(p.number, '-" + group + "', LPAD(CONCAT('', t.bench_row), 2, '0'), '" + MARK + "')";
    }

    private void copy(String table, int kind, Map<String, String> instead) {
        copy(table, kind, instead, "1 = 1");
    }

    /** Copies the pattern's rows for each planned step, with other values in some columns. */
    private void copy(String table, int kind, Map<String, String> instead, String condition) {
        Map<String, String> other = instead.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        List<String> columns = columns(Patterns.table(table, kind));
        jdbc.update("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + columns.stream()
                        .map(c -> other.getOrDefault(c.toLowerCase(Locale.ROOT), "t." + c))
                        .collect(Collectors.joining(", "))
                + " FROM bench_plan p JOIN bench_name m ON m.name_no = p.name_no CROSS JOIN "
                + Patterns.table(table, kind)
                + " t WHERE p.kind = " + kind + " AND " + condition);
    }

    private List<String> columns(String table) {
        return jdbc.query("SELECT * FROM " + table + " WHERE 1 = 0", rows -> {
            var meta = rows.getMetaData();
            List<String> names = new java.util.ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                if (!meta.getColumnName(i).equalsIgnoreCase("bench_row")) {
                    names.add(meta.getColumnName(i));
                }
            }
            return names;
        });
    }

    private void analyze() {
        if (!h2) {
            jdbc.execute((org.springframework.jdbc.core.StatementCallback<Void>) statement -> {
                statement.execute("ANALYZE TABLE ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_EXECUTION, ACT_RU_VARIABLE,"
                        + " work_item, work_item_queue, person, support_case, case_grant");
                return null;
            });
        }
    }
}
