package jp.banso.formrecord;

import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.worklist.WorkItem;

/** The only way a step gets completed: page, API, import and demo all come through here. */
public interface StepCompletion {

    /**
     * Validates, records, hands over to the capability and lets the engine go on, in one transaction.
     *
     * @param data raw answer by field key
     * @return the open steps of the business key afterwards (all of them, regardless of who may see them)
     * @throws StepRefused if the answer has errors
     * @throws jp.banso.worklist.StepTaken if someone was faster or holds the step
     */
    List<WorkItem> complete(String taskId, Map<String, Object> data, Member by);

    /** The case or meeting that a completed step belonged to. */
    String businessKeyOf(String taskId);
}
