package jp.banso.worklist;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Someone else was faster: holds the step or has completed it. */
public class StepTaken extends RuntimeException {

    private final @Nullable String by;
    private final @Nullable LocalDateTime at;

    public StepTaken(String message, @Nullable String by, @Nullable LocalDateTime at) {
        super(message);
        this.by = by;
        this.at = at;
    }

    /** Username of who was faster. */
    public @Nullable String by() {
        return by;
    }

    public @Nullable LocalDateTime at() {
        return at;
    }
}
