package jp.banso.casefile.internal;

import java.time.LocalDateTime;
import jp.banso.casefile.Person;
import org.jspecify.annotations.Nullable;

/** A person with the keys that a search compares. */
public record PersonRow(
        Person person, String nameKey, String kanaKey, @Nullable String phoneKey, LocalDateTime changedAt) {}
