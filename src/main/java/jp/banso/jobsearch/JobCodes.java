package jp.banso.jobsearch;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("age", "年齢"),
            Map.entry("skill", "経験・技能不足"),
            Map.entry("qualification", "資格"),
            Map.entry("conditions", "勤務条件不一致"),
            Map.entry("communication", "受け答え・印象"),
            Map.entry("health", "健康・体力"),
            Map.entry("commute", "通勤"),
            Map.entry("documents", "応募書類"),
            Map.entry("competitor", "他候補"),
            Map.entry("position-filled", "充足"),
            Map.entry("unknown", "不明"));
    private static final Map<String, String> CONSENTS = Map.of("yes", "同意", "no", "不同意", "unanswered", "返事なし");

    private JobCodes() {}

    public static String result(@Nullable String code) {
        return code == null ? "未定" : RESULTS.getOrDefault(code, code);
    }

    public static String consent(String code) {
        return CONSENTS.getOrDefault(code, code);
    }

    static String rejectReasons(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> REASONS.getOrDefault(code, code))
                .collect(Collectors.joining("、"));
    }
}
