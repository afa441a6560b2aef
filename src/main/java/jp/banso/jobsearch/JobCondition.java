package jp.banso.jobsearch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The person agreed to look for other work than before (条件緩和).
 *
 * @param afterApplication number of the last application before it; rejections count anew from here
 */
public record JobCondition(
        String conditionId,
        String caseNo,
        LocalDate agreedOn,
        @Nullable String beforeText,
        @Nullable String afterText,
        int afterApplication,
        String recordedBy) {}
