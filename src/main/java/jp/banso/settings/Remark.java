package jp.banso.settings;

import org.jspecify.annotations.Nullable;

/**
 * Something to say about a file of settings.
 *
 * @param stop whether it cannot be published like this
 * @param line where it stands, from 1
 * @param row id of the row; null for the whole file
 * @param rowName what people call the row
 */
public record Remark(boolean stop, int line, @Nullable String row, @Nullable String rowName, String message) {}
