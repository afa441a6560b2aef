package jp.banso.casefile;

import org.jspecify.annotations.Nullable;

/** An agency outside the product that supports the person: a clinic, a school, a landlord's office. */
public record SupportAgency(
        String agencyId,
        String name,
        @Nullable String purpose,
        @Nullable String contactPerson,
        @Nullable String phone) {}
