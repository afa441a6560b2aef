package jp.banso.casefile.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of cases is narrowed by.
 *
 * @param words each word must be found; a word is given by LIKE patterns of which one must fit
 * @param beforeCaseNo the last case number of the page before
 */
public record SearchCriteria(
        List<List<String>> words,
        @Nullable String status,
        @Nullable String stage,
        @Nullable String category,
        @Nullable String owner,
        @Nullable String officeId,
        @Nullable String beforeCaseNo,
        int limit) {}
