package jp.banso.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.banso.bench.WatchedCases.Watched;
import jp.banso.worklist.WorklistReconciler;
import org.jspecify.annotations.Nullable;

/**
 * Where a case under watch stands.
 *
 * @param contacts open contacts in the engine
 * @param queued open contacts in the queue
 * @param begun how many contacts there have ever been
 * @param nextContact when the next one is due to begin, if it waits for that
 * @param review when the watch is looked over
 */
record Standing(
        String definition, int contacts, int queued, int begun, @Nullable String nextContact, @Nullable String review) {

    private static final String CASES =
            """
            SELECT p.BUSINESS_KEY_ AS case_no, p.PROC_DEF_ID_ AS definition,
              (SELECT COUNT(*) FROM ACT_RU_TASK t WHERE t.PROC_INST_ID_ = p.ID_) AS contacts,
              (SELECT COUNT(*) FROM work_item w WHERE w.business_key = p.BUSINESS_KEY_) AS queued,
              (SELECT COUNT(*) FROM ACT_HI_ACTINST h WHERE h.PROC_INST_ID_ = p.ID_ AND h.ACT_ID_ = 'contact') AS begun,
              (SELECT GROUP_CONCAT(j.DUEDATE_) FROM ACT_RU_JOB j JOIN ACT_RU_JOBDEF d ON d.ID_ = j.JOB_DEF_ID_
                WHERE j.PROCESS_INSTANCE_ID_ = p.ID_ AND d.ACT_ID_ = 'nextContact') AS next_contact,
              (SELECT GROUP_CONCAT(j.DUEDATE_) FROM ACT_RU_JOB j JOIN ACT_RU_JOBDEF d ON d.ID_ = j.JOB_DEF_ID_
                WHERE j.PROCESS_INSTANCE_ID_ = p.ID_ AND d.ACT_ID_ = 'reviewDue') AS review
            FROM ACT_RU_EXECUTION p JOIN ACT_RE_PROCDEF k ON k.ID_ = p.PROC_DEF_ID_
            WHERE p.PARENT_ID_ IS NULL AND k.KEY_ = 'watch-over'""";

    /** All cases under watch by their number. */
    static Map<String, Standing> of(World world) {
        Map<String, Standing> all = new HashMap<>();
        world.jdbc().query(CASES, row -> {
            all.put(
                    row.getString("case_no"),
                    new Standing(
                            row.getString("definition"),
                            row.getInt("contacts"),
                            row.getInt("queued"),
                            row.getInt("begun"),
                            row.getString("next_contact"),
                            row.getString("review")));
        });
        return all;
    }

    /** Every case is on the new version, stands where it stood, or where who did its step has led it; written down once. */
    static void nothingLost(
            World world, String moveId, String target, Map<String, Standing> before, Set<String> completed) {
        Map<String, Standing> after = of(world);
        if (!after.keySet().equals(before.keySet())) {
            throw new IllegalStateException("%d cases became %d".formatted(before.size(), after.size()));
        }
        before.forEach((caseNo, was) -> {
            Standing is = Objects.requireNonNull(after.get(caseNo));
            boolean stands = completed.contains(caseNo)
                    ? is.contacts == 0 && is.queued == 0 && is.begun == was.begun && once(is.nextContact)
                    : is.equals(new Standing(target, was.contacts, was.queued, was.begun, was.nextContact, was.review));
            if (!stands || !is.definition.equals(target) || !Objects.equals(is.review, was.review)) {
                throw new IllegalStateException(caseNo + " was " + was + " and is " + is);
            }
        });
        String twice = "SELECT COUNT(*) FROM (SELECT case_no FROM audit_log WHERE action = 'case.moved'"
                + " GROUP BY case_no HAVING COUNT(*) > 1) t";
        none(world, twice, "written down twice");
        none(
                world,
                "SELECT COUNT(*) FROM studio_move_item WHERE status <> 'moved' AND move_id = '" + moveId + "'",
                "not moved");
        if (!world.bean(WorklistReconciler.class).differences().isEmpty()) {
            throw new IllegalStateException("the queue is not what the engine has");
        }
    }

    /** The dates that are still to come do, and each begins one contact. */
    static void eachDateComesOnce(World world, WatchedCases watch, List<Watched> cases) {
        Map<String, Standing> before = of(world);
        for (Watched one : cases) {
            if (Objects.requireNonNull(before.get(one.caseNo())).nextContact != null) {
                watch.fire(one.caseNo());
            }
        }
        Map<String, Standing> after = of(world);
        for (Watched one : cases) {
            Standing was = Objects.requireNonNull(before.get(one.caseNo()));
            Standing is = Objects.requireNonNull(after.get(one.caseNo()));
            int more = was.nextContact == null ? 0 : 1;
            if (is.contacts != 1 || is.queued != 1 || is.nextContact != null || is.begun != was.begun + more) {
                throw new IllegalStateException(one + " was " + was + " and is " + is);
            }
        }
    }

    private static boolean once(@Nullable String dates) {
        return dates != null && !dates.contains(",");
    }

    private static void none(World world, String count, String what) {
        Integer found = world.jdbc().queryForObject(count, Integer.class);
        if (!Objects.equals(found, 0)) {
            throw new IllegalStateException(found + " " + what);
        }
    }
}
