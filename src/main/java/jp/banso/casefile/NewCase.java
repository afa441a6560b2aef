package jp.banso.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What reception knows of a person when a case is opened.
 *
 * @param personId an existing person who comes back, or null for a new one
 */
public record NewCase(
        String municipalityId,
        String officeId,
        @Nullable String personId,
        String name,
        String kana,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String caution,
        LocalDate openedOn,
        String byUser) {}
