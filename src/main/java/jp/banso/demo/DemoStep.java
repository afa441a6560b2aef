package jp.banso.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case, with its day.
 *
 * @param round counts how often the step came before in this case
 * @param application counts the applications so far
 * @param jobStart first day at work, as far as a job has been found
 */
record DemoStep(
        LocalDate day,
        String step,
        @Nullable String variant,
        int round,
        int application,
        @Nullable LocalDate jobStart) {

    boolean happening() {
        return step.startsWith("!");
    }

    String key() {
        return variant == null ? step : step + "/" + variant;
    }
}
