package jp.banso.processengine;

import java.util.SortedSet;

/** Hears, just before the transaction commits, which user tasks were touched in it (created, changed, or gone). */
public interface TaskChangeListener {

    void tasksChanged(SortedSet<String> taskIds);
}
