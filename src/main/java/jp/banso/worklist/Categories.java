package jp.banso.worklist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Support categories (支援類型, domain/codes.md {@code category}) as rows show them. */
public final class Categories {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("1-1", "①-1");
        LABELS.put("1-2", "①-2");
        LABELS.put("2-1", "②-1");
        LABELS.put("2-2", "②-2");
        LABELS.put("3", "③");
        LABELS.put("4", "④");
        LABELS.put("5", "⑤");
    }

    private Categories() {}

    /** Short label; 未定 while undecided. */
    public static String label(@Nullable String code) {
        return code == null ? "未定" : LABELS.getOrDefault(code, code);
    }

    public static Map<String, String> all() {
        return java.util.Collections.unmodifiableMap(LABELS);
    }
}
