package jp.banso.people.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where something failed, without what the failures say: the words of databases and readers repeat what people typed. */
final class Traces {

    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;

    private Traces() {}

    static String of(@Nullable Throwable failed) {
        var text = new StringBuilder();
        var causes = 0;
        for (var t = failed; t != null && causes < MOST_CAUSES; t = t.getCause(), causes++) {
            text.append(causes == 0 ? "\n" : "\ncaused by ").append(t.getClass().getName());
            if (t instanceof SQLException sql) {
                text.append(" (state ")
                        .append(sql.getSQLState())
                        .append(", code ")
                        .append(sql.getErrorCode())
                        .append(')');
            }
            var frames = t.getStackTrace();
            for (var i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
                text.append("\n\tat ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
