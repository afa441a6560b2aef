package jp.banso.jobsearch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words for the codes of job search (domain/codes.md). */
public final class JobCodes {

    private static final Map<String, String> RESULTS = Map.of(
            "hired", "採用",
            "trial", "トライアル採用",
            "rejected", "不採用",
            "pending", "結果待ち",
            "declined-by-person", "本人辞退",
            "no-show", "欠席",
            "closed", "求人充足・取消",
            "withdrawn-offer", "内定辞退");
    private static final Map<String, String> CONSENTS = Map.of("yes", "同意", "no", "不同意", "unanswered", "返事なし");

    private JobCodes() {}

    public static String result(@Nullable String code) {
        return code == null ? "未定" : RESULTS.getOrDefault(code, code);
    }

    public static String consent(String code) {
        return CONSENTS.getOrDefault(code, code);
    }
}
