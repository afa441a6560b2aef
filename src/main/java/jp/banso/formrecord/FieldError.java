package jp.banso.formrecord;

/** One thing to mend, next to the field. {@code field} is the form key; the message is Japanese. */
public record FieldError(String field, String label, String message) {}
