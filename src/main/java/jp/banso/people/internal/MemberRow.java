package jp.banso.people.internal;

import org.jspecify.annotations.Nullable;

/** One user with one role; a user without roles has one row without office and role. */
record MemberRow(
        String username,
        String displayName,
        String municipalityId,
        String municipalityName,
        boolean active,
        boolean mustChange,
        @Nullable String officeId,
        @Nullable String officeName,
        @Nullable String officeKind,
        @Nullable String role) {}
