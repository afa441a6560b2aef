package jp.banso.processengine.internal;

import java.util.Date;
import java.util.Map;
import jp.banso.processengine.GuardViolation;
import org.jspecify.annotations.Nullable;

/** What may be a process variable: short plain values. Everything else belongs into a table. */
public final class Facts {

    private static final int MAX_TEXT = 2000;

    private Facts() {}

    /** Checks what a caller wants to tell the engine, naming the fact that is wrong. */
    public static void check(Map<String, ?> facts) {
        facts.forEach((name, value) -> {
            if (!isPlain(value)) {
                throw new GuardViolation("変数「%s」には文字、数、真偽、日付だけを入れられます。".formatted(name));
            }
            if (value instanceof Date date) {
                TimerLimits.checkDate(date);
            }
        });
    }

    static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.length() <= MAX_TEXT
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Date;
    }
}
