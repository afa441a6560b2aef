package jp.banso.processengine;

import java.util.Collection;
import java.util.SortedSet;

/** The user tasks that the engine has changed in the current transaction and that nobody has looked at since. */
public interface ChangedTasks {

    /** Their ids; none while the engine is still at work, because its rows are not written yet. */
    SortedSet<String> pending();

    /** Something that others know of the tasks has changed: they are looked at again, before the commit at the latest. */
    void touch(Collection<String> taskIds);

    /** The task has been looked at: unless it changes again, no {@link TaskChangeListener} is told of it. */
    void settled(String taskId);

    /** Whether the current transaction has created the task and nobody has looked at it since. */
    boolean isNew(String taskId);

    /** Whether the current transaction has ended the task, by whatever way. */
    boolean isOver(String taskId);
}
