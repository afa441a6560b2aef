package jp.banso.ledger.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of ledgers and the codes that they stand for (domain/codes.md). */
final class LedgerCodes {

    private static final Map<String, String> SEXES =
            words("男", "male", "男性", "male", "女", "female", "女性", "female", "その他", "other", "不明", "unknown");

    private static final Map<String, String> ROUTES = words(
            "本人自ら連絡", "self",
            "家族・知人", "family",
            "支援機関のアウトリーチ", "outreach",
            "関係機関・関係者の紹介", "referral",
            "広報・チラシ・ネット", "public",
            "協力事業所", "employer",
            "その他", "other");

    private static final Map<String, String> HOUSEHOLDS = words(
            "単身", "single",
            "夫婦のみ", "couple",
            "夫婦と子", "couple-children",
            "ひとり親と子", "single-parent",
            "三世代", "three-gen",
            "親と成人子", "parent-adult",
            "兄弟姉妹", "siblings",
            "知人同居", "non-relative",
            "その他", "other");

    private static final Map<String, String> EMPLOYMENT_TYPES = words(
            "正社員", "regular",
            "契約社員", "fixed-term",
            "契約社員・嘱託", "fixed-term",
            "パート・アルバイト", "part",
            "派遣", "dispatch",
            "その他", "other");

    private static final Map<String, String> TOPICS = words(
            "病気や健康、障害のこと", "health",
            "住まい", "housing",
            "収入・生活費", "income",
            "家賃やローンの支払い", "rent-loan",
            "税金や公共料金等の支払い", "tax-utility",
            "債務", "debt",
            "仕事探し、就職", "job-search",
            "仕事上の不安やトラブル", "job-trouble",
            "地域との関係", "community",
            "家族との関係", "family",
            "子育て", "child-rearing",
            "介護", "care",
            "ひきこもり・不登校", "withdrawal",
            "DV・虐待", "dv",
            "食べるものがない", "no-food",
            "その他", "other");

    private static final Set<String> CATEGORIES = Set.of("1-1", "1-2", "2-1", "2-2", "3", "4", "5");
    private static final Set<String> YES =
            Set.of("○", "〇", "◯", "●", "◎", "有", "有り", "あり", "はい", "1", "レ", "✓", "✔", "済");
    private static final Set<String> NO = Set.of("×", "✕", "x", "無", "無し", "なし", "いいえ", "0", "-", "ー");
    private static final String SEPARATORS = "、,;・/\n ";
    private static final String OTHER = "other";

    private LedgerCodes() {}

    /** A code, with the words of the ledger where they say something that the code does not. */
    record Word(String code, @Nullable String written) {}

    /** @param written what stands in the cell, if some of it is no known topic */
    record Topics(List<String> codes, @Nullable String written) {}

    static @Nullable String sex(String cell) {
        var plain = plain(cell);
        return plain.isEmpty() ? null : SEXES.getOrDefault(plain, "unknown");
    }

    static Word route(String cell) {
        return Optional.ofNullable(word(ROUTES, cell)).orElse(new Word(OTHER, null));
    }

    static @Nullable Word household(String cell) {
        return word(HOUSEHOLDS, cell);
    }

    static String householdName(String code) {
        return HOUSEHOLDS.entrySet().stream()
                .filter(word -> word.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(code);
    }

    static @Nullable Word employmentType(String cell) {
        return word(EMPLOYMENT_TYPES, cell);
    }

    /** Topics between any of the usual separators, though some topics have a separator in their own name. */
    static Topics topics(String cell) {
        var rest = plain(cell);
        var codes = new LinkedHashSet<String>();
        var unknown = false;
        while (!rest.isEmpty()) {
            var text = rest;
            var found = TOPICS.keySet().stream()
                    .filter(text::startsWith)
                    .max(java.util.Comparator.comparingInt(String::length));
            if (found.isPresent()) {
                codes.add(TOPICS.get(found.get()));
                rest = text.substring(found.get().length());
            } else if (SEPARATORS.indexOf(text.charAt(0)) >= 0) {
                rest = text.substring(1);
            } else {
                unknown = true;
                rest = text.substring(text.offsetByCodePoints(0, 1));
            }
        }
        if (unknown || codes.isEmpty()) {
            codes.add(OTHER);
        }
        return new Topics(new ArrayList<>(codes), unknown ? cell.strip() : null);
    }

    /** The category, or empty when the cell is none: ①-1, 1-1, （①－１） … */
    static Optional<String> category(String cell) {
        return Optional.of(plain(cell).replaceAll("[()類型\\s]", "").replaceAll("[\u2010-\u2015\u2212ー]", "-"))
                .filter(CATEGORIES::contains);
    }

    /** Yes or no; empty when the mark is neither. A blank cell is no. */
    static Optional<Boolean> mark(String cell) {
        var plain = plain(cell);
        if (plain.isEmpty() || NO.contains(plain)) {
            return Optional.of(false);
        }
        return YES.contains(plain) || YES.contains(cell.strip()) ? Optional.of(true) : Optional.empty();
    }

    static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replace('\u3000', ' ')
                .strip();
    }

    private static @Nullable Word word(Map<String, String> codes, String cell) {
        var plain = plain(cell);
        if (plain.isEmpty()) {
            return null;
        }
        var code = codes.get(plain);
        return code == null ? new Word(OTHER, cell.strip()) : new Word(code, null);
    }

    private static Map<String, String> words(String... pairs) {
        var words = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            words.put(plain(pairs[i]), pairs[i + 1]);
        }
        return words;
    }
}
