package jp.banso.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person as registered. The name is kept as entered, never folded. */
public record Person(
        String personId,
        String municipalityId,
        String name,
        String kana,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String caution,
        int version) {}
