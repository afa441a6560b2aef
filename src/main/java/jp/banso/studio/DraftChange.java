package jp.banso.studio;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a draft changes, in words.
 *
 * @param element id in the drawing or form; null when it concerns the whole file
 */
public record DraftChange(
        String kind,
        String file,
        @Nullable String element,
        String what,
        @Nullable String before,
        @Nullable String after) {}
