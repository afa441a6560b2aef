package jp.banso.processengine;

/**
 * Says whether the answer of a user task has been recorded in the current transaction. A task that has no record cannot
 * be completed, whichever way someone tries. Without a bean of this type nothing can be completed.
 */
public interface CompletionGate {

    boolean isRecorded(String taskId);
}
