package jp.banso.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to take along.
 *
 * @param name of the sheet and the file, without an ending
 * @param rows a cell is a number, a {@link java.time.LocalDate}, a text or null
 */
public record Sheet(String name, List<String> headings, List<List<@Nullable Object>> rows) {}
