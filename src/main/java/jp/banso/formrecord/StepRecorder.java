package jp.banso.formrecord;

import java.util.Map;
import java.util.Set;

/** A capability's typed facts for its steps. The whole answer is already stored; this takes out what is queried. */
public interface StepRecorder {

    /** Activity ids whose answers it records. */
    Set<String> steps();

    /** Whether it records this step; one that a municipality has drawn itself has a name that nobody here knows. */
    default boolean records(String processKey, String step) {
        return steps().contains(step);
    }

    /** @throws StepRefused to send the answer back to the member, with everything rolled back */
    StepOutcome record(CompletedStep step);

    /** Values to start the form with, beyond earlier answers; e.g. a category that a decision proposes. */
    default Map<String, Object> prefill(String businessKey, String step, String taskId) {
        return Map.of();
    }
}
