package jp.banso.casefile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of the case file and their Japanese words (domain/codes.md). */
public final class CaseCodes {

    public static final Map<String, String> SEXES = map("male", "男性", "female", "女性", "other", "その他", "unknown", "");

    public static final Map<String, String> CATEGORIES = map(
            "1-1",
            "①-1 就労とほかの課題を同時に",
            "1-2",
            "①-2 ほかの課題を先に",
            "2-1",
            "②-1 他機関と連携・引継ぎ",
            "2-2",
            "②-2 情報提供のみ",
            "3",
            "③ 福祉事務所へ引継ぎ",
            "4",
            "④ 見守り",
            "5",
            "⑤ 見極めに時間をかける");

    public static final Map<String, String> SHORT_CATEGORIES =
            map("1-1", "①-1", "1-2", "①-2", "2-1", "②-1", "2-2", "②-2", "3", "③", "4", "④", "5", "⑤");

    public static final Map<String, String> STATUSES = map("open", "支援中", "closed", "終結");

    public static final Map<String, String> METHODS = map(
            "visit-in",
            "来所",
            "phone",
            "電話",
            "home-visit",
            "家庭訪問",
            "accompany",
            "同行",
            "online",
            "オンライン",
            "mail",
            "メール・SNS",
            "meeting",
            "会議",
            "letter",
            "文書");

    /** What a contact of each method is called on the timeline. */
    static final Map<String, String> CONTACTS = map(
            "visit-in",
            "来所した",
            "phone",
            "電話した",
            "home-visit",
            "家庭訪問をした",
            "accompany",
            "同行した",
            "online",
            "オンラインで話した",
            "mail",
            "メールのやりとりをした",
            "meeting",
            "会議をした",
            "letter",
            "文書のやりとりをした");

    public static final Map<String, String> DATA_CLASSES = map(
            "story",
            "支援の経過",
            "work",
            "仕事のこと",
            "health",
            "健康・障害のこと",
            "money",
            "お金のこと",
            "assistance",
            "生活保護のこと",
            "dv",
            "DV・住所秘匿（相談支援員だけ）");

    public static final Map<String, String> KINDS = map(
            "step",
            "手順",
            "note",
            "経過の記録",
            "consent",
            "同意",
            "document",
            "書類",
            "interruption",
            "見直し",
            "message",
            "知らせ",
            "system",
            "自動の記録");

    public static final Map<String, String> RECIPIENTS = map(
            "welfare",
            "福祉事務所",
            "hellowork",
            "ハローワーク",
            "contractor",
            "委託先",
            "household",
            "家計改善支援",
            "mental",
            "精神保健",
            "medical",
            "医療機関",
            "school",
            "学校",
            "minsei",
            "民生委員",
            "employer",
            "協力事業所",
            "saposute",
            "サポートステーション",
            "other",
            "その他");

    public static final Map<String, String> INFO_TYPES = map(
            "attribute",
            "氏名・住所・家族など",
            "health",
            "健康・障害・介護",
            "school",
            "就学・通所",
            "money",
            "収入・資産・債務",
            "welfare",
            "福祉制度の利用",
            "history",
            "生活歴・課題など");

    public static final Map<String, String> CLOSURES = map(
            "job",
            "就職・増収",
            "goal",
            "目標達成",
            "transfer",
            "他機関・他制度へ移行",
            "on-assistance",
            "生活保護開始",
            "moved",
            "転出",
            "died",
            "死亡",
            "refusal",
            "本人の辞退・希望",
            "lost",
            "連絡がとれない",
            "facility",
            "入院・入所・収監",
            "expired",
            "期間満了",
            "duplicate",
            "重複・誤登録",
            "other",
            "その他");

    private CaseCodes() {}

    /** The word for a code; the code itself when it is not known, nothing for null. */
    public static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }

    private static Map<String, String> map(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
