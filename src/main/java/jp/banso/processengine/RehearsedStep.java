package jp.banso.processengine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step that can say what it would tell the process without doing anything, so that a rehearsal takes the same way. */
public interface RehearsedStep {

    /** The facts the step would set. */
    Map<String, @Nullable Object> tells(Rehearsed process);

    /** The process as it stands in the rehearsal. */
    interface Rehearsed {

        @Nullable
        Object fact(String name);

        /** The first matching row of a decision as it is rehearsed; empty when no rule matches. */
        Map<String, @Nullable Object> decide(String decisionKey, Map<String, Object> inputs);
    }
}
