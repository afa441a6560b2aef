package jp.banso.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One real case for each kind, made by the product itself and standing at the kind's step. Its rows are the pattern
 * from which the generator copies, so that every column holds what the product would write.
 */
final class Patterns {

    private static final String PREFIX = "bench_of_";

    private final CaseFiles cases;
    private final RuntimeService runtime;
    private final JdbcTemplate jdbc;
    private final List<String> made = new ArrayList<>();

    Patterns(CaseFiles cases, RuntimeService runtime, JdbcTemplate jdbc) {
        this.cases = cases;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    static String table(String original, int kind) {
        return PREFIX + original.toLowerCase(java.util.Locale.ROOT) + "_" + kind;
    }

    /** Makes the cases and sets their rows apart, numbered where a case has several in a table. */
    void make(LocalDate today) {
        for (int kind = 0; kind < Kind.ALL.size(); kind++) {
            String caseNo = open(today);
            String instance = start(Kind.ALL.get(kind), caseNo);
            made.add(instance);
            String task = one("SELECT ID_ FROM ACT_RU_TASK WHERE PROC_INST_ID_ = ?", instance);
            int executions = Integer.parseInt(
                    one("SELECT CONCAT('', COUNT(*)) FROM ACT_RU_EXECUTION WHERE PROC_INST_ID_ = ?", instance));
            if (executions != 1) {
                throw new IllegalStateException(Kind.ALL.get(kind) + " has more than one execution");
            }
            for (var source : sources(caseNo, instance, task).entrySet()) {
                keep(source.getKey(), kind, source.getValue());
            }
        }
    }

    /** Takes the cases and their rows away again. */
    void forget() {
        made.forEach(instance -> runtime.deleteProcessInstance(instance, "bench"));
        for (String table : List.of("case_search", "case_stage", "case_event", "case_grant")) {
            jdbc.update(
                    "DELETE FROM " + table
                            + " WHERE case_no IN (SELECT case_no FROM support_case WHERE municipality_id = ?)",
                    Town.CITY);
        }
        jdbc.update("DELETE FROM support_case WHERE municipality_id = ?", Town.CITY);
        jdbc.update("DELETE FROM person WHERE municipality_id = ?", Town.CITY);
        for (int kind = 0; kind < Kind.ALL.size(); kind++) {
            for (String original : sources("", "", "").keySet()) {
                jdbc.execute("DROP TABLE IF EXISTS " + table(original, kind));
            }
        }
    }

    private String open(LocalDate today) {
        return cases.open(new NewCase(
                        Town.CITY,
                        Town.office(1),
                        null,
                        "架空 太郎",
                        "かくう たろう",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        today,
                        Town.password()))
                .caseNo();
    }

    private String start(Kind kind, String caseNo) {
        return runtime.createProcessInstanceByKey(kind.process())
                .processDefinitionWithoutTenantId()
                .businessKey(caseNo)
                .setVariables(Map.of("caseNo", caseNo, "officeId", Town.office(1), "municipalityId", Town.CITY))
                .startBeforeActivity(kind.step())
                .execute()
                .getId();
    }

    private static Map<String, List<String>> sources(String caseNo, String instance, String task) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        sources.put("person", List.of("person_id IN (SELECT person_id FROM support_case WHERE case_no = ?)", caseNo));
        sources.put("support_case", List.of("case_no = ?", caseNo));
        sources.put("case_grant", List.of("case_no = ?", caseNo));
        sources.put("ACT_RU_EXECUTION", List.of("PROC_INST_ID_ = ?", instance));
        sources.put("ACT_RU_VARIABLE", List.of("PROC_INST_ID_ = ?", instance));
        sources.put("ACT_RU_TASK", List.of("ID_ = ?", task));
        sources.put("ACT_RU_IDENTITYLINK", List.of("TASK_ID_ = ?", task));
        sources.put("work_item", List.of("task_id = ?", task));
        sources.put("work_item_queue", List.of("task_id = ?", task));
        return sources;
    }

    private void keep(String original, int kind, List<String> condition) {
        jdbc.execute("CREATE TABLE " + table(original, kind) + " AS SELECT * FROM " + original + " WHERE "
                + condition.get(0).replace("?", "'" + condition.get(1) + "'"));
        jdbc.execute("ALTER TABLE " + table(original, kind) + " ADD COLUMN bench_row INT AUTO_INCREMENT PRIMARY KEY");
    }

    private String one(String sql, String parameter) {
        return String.valueOf(jdbc.queryForObject(sql, String.class, parameter));
    }
}
