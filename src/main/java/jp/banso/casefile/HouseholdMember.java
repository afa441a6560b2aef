package jp.banso.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Someone of the person's household or family. */
public record HouseholdMember(
        String memberId,
        String name,
        String relation,
        @Nullable LocalDate birthDate,
        boolean livingTogether,
        @Nullable String note) {}
