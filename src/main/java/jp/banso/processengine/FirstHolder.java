package jp.banso.processengine;

import java.util.List;
import java.util.Optional;

/** Says who holds a new user task from the start. Without an answer it is free for its candidates. */
public interface FirstHolder {

    Optional<String> holderOf(NewTask task);

    /** Whether somebody who holds the task may go on holding it after its candidates have changed. */
    default boolean mayHold(String username, NewTask task) {
        return holderOf(task).filter(username::equals).isPresent();
    }

    /**
     * A task that is being created.
     *
     * @param businessKey case number or meeting id
     * @param candidateRoles in no order
     */
    record NewTask(String businessKey, String definitionId, String step, List<String> candidateRoles) {}
}
