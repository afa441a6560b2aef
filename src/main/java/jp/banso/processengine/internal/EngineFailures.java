package jp.banso.processengine.internal;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Failures of the engine that come from somebody else changing the same process at the same moment. */
public final class EngineFailures {

    /** MariaDB: 1020 changed meanwhile, 1205 waited too long, 1213 deadlock. H2: 50200 waited too long. */
    private static final Set<Integer> LOST_LOCKS = Set.of(1020, 1205, 1213, 50200);

    private EngineFailures() {}

    /** The failure in the words of Spring if it can be tried again; null if trying again is of no use. */
    public static @Nullable ConcurrencyFailureException asRace(ProcessEngineException failed) {
        if (failed instanceof OptimisticLockingException || failed instanceof NullValueException) {
            return new OptimisticLockingFailureException("The instance was changed at the same moment", failed);
        }
        return isDeadlock(failed) ? new CannotAcquireLockException("The instance was locked by another", failed) : null;
    }

    /** State 40001 on both databases; a lock not got in time and a row changed meanwhile have states of their own on MariaDB. */
    private static boolean isDeadlock(Throwable failed) {
        for (Throwable t = failed; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && ("40001".equals(sql.getSQLState()) || LOST_LOCKS.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
