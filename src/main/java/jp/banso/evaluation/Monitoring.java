package jp.banso.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One look at how a plan goes (F10). */
public record Monitoring(
        String monitoringId,
        String caseNo,
        LocalDate heldOn,
        boolean reviewNeeded,
        @Nullable LocalDate nextOn,
        String recordedBy) {}
