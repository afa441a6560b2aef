package jp.banso.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as registered. The name is kept as entered, never folded.
 *
 * @param addressHidden the address is a secret (DV): only who may read the class {@code dv} sees it
 */
public record Person(
        String personId,
        String municipalityId,
        String name,
        String kana,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String postalCode,
        @Nullable String address,
        boolean addressHidden,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String caution,
        int version) {}
