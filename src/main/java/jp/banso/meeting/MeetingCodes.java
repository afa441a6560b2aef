package jp.banso.meeting;

import java.util.LinkedHashMap;
import java.util.Map;

/** Codes of a meeting and the words that stand for them. */
public final class MeetingCodes {

    private static final Map<String, String> KINDS = ordered("regular", "定例", "extra", "随時", "urgent", "緊急");
    private static final Map<String, String> RESULTS =
            ordered("approved", "了承", "conditional", "条件つき", "returned", "差戻し", "held", "保留");
    private static final Map<String, String> TOPICS =
            ordered("new", "新規", "replan", "再プラン", "pre-start", "先行開始の報告", "closure", "終結評価", "discussion", "話し合い");

    private MeetingCodes() {}

    public static Map<String, String> kinds() {
        return KINDS;
    }

    public static Map<String, String> results() {
        return RESULTS;
    }

    public static String kind(String code) {
        return KINDS.getOrDefault(code, code);
    }

    public static String result(String code) {
        return RESULTS.getOrDefault(code, code);
    }

    public static String topic(String code) {
        return TOPICS.getOrDefault(code, code);
    }

    private static Map<String, String> ordered(String... codesAndWords) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < codesAndWords.length; i += 2) {
            map.put(codesAndWords[i], codesAndWords[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
