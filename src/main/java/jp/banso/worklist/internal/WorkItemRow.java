package jp.banso.worklist.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of work_item as it is written. */
public record WorkItemRow(
        EngineTask task,
        String businessKey,
        String municipalityId,
        String displayName,
        String kana,
        String searchKey,
        String officeId,
        String leadOfficeId,
        String role,
        @Nullable String owner,
        @Nullable String category,
        int priority,
        LocalDateTime changedAt) {}
