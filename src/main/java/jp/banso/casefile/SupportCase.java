package jp.banso.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case with its person, as lists and headers show it.
 *
 * @param stage id of {@link Stage}
 * @param status {@code open} or {@code closed}
 * @param category support category code of domain/codes.md, or null while undecided
 */
public record SupportCase(
        String caseNo,
        String municipalityId,
        String officeId,
        String personId,
        String displayName,
        String kana,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String caution,
        String status,
        String stage,
        @Nullable String category,
        @Nullable String owner,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason) {}
