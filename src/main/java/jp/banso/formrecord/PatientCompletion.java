package jp.banso.formrecord;

import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.worklist.WorkItem;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes again when another step of the same case was completed at the same moment. Each try is a transaction of its
 * own; within a transaction of the caller there is only one, because what failed in it cannot be mended in it.
 */
@Service
@Primary
class PatientCompletion implements StepCompletion {

    private static final int TRIES = 4;

    private final StepCompletionService once;

    PatientCompletion(StepCompletionService once) {
        this.once = once;
    }

    @Override
    public List<WorkItem> complete(String taskId, Map<String, Object> data, Member by) {
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int tried = 1; ; tried++) {
            try {
                return once.complete(taskId, data, by);
            } catch (ConcurrencyFailureException faster) {
                if (tried >= tries) {
                    throw faster;
                }
            }
        }
    }

    @Override
    public String businessKeyOf(String taskId) {
        return once.businessKeyOf(taskId);
    }
}
