package jp.banso.processengine;

import org.jspecify.annotations.Nullable;

/** Something the model check has to say, in Japanese, and where. An error keeps the model from being published. */
public record Finding(
        Severity severity,
        String file,
        int line,
        @Nullable String element,
        @Nullable String elementName,
        String message) {

    /** How bad it is, the worst first. */
    public enum Severity {
        /** Keeps the model from being published. */
        ERROR,
        /** To be looked at; people may publish it all the same. */
        WARNING,
        /** Good to know. */
        INFO
    }

    @Override
    public String toString() {
        return "%s %s:%d %s%s: %s"
                .formatted(
                        severity,
                        file,
                        line,
                        element == null ? "" : element,
                        elementName == null ? "" : "「" + elementName + "」",
                        message);
    }
}
