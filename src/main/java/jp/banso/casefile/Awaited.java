package jp.banso.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows in words what a case waits for at a place of a model. Provided by the capability that will answer. */
public interface Awaited {

    /**
     * @param what what is waited for, e.g. 支援調整会議（11/26 木）
     * @param until the day it will come, if known
     */
    record What(String what, @Nullable LocalDate until) {}

    /** @param activityId the catching event of the model */
    Optional<What> of(SupportCase supportCase, String activityId);
}
