package jp.banso.ledger.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a consultation ledger, found by their heading in any order. */
enum Column {
    RECEIVED_NO(true, "受付番号"),
    RECEIVED_ON(true, "受付日"),
    NAME(true, "氏名", "名前"),
    KANA(false, "フリガナ", "ふりがな", "氏名カナ", "カナ"),
    BIRTH_DATE(true, "生年月日"),
    SEX(false, "性別"),
    POSTAL_CODE(false, "郵便番号"),
    ADDRESS(false, "住所"),
    PHONE(false, "電話番号", "電話"),
    ROUTE(false, "来所経路"),
    TOPICS(false, "相談内容"),
    HOUSEHOLD(false, "世帯構成"),
    INTERVIEWED_ON(false, "初回面接日"),
    CATEGORY(false, "支援類型"),
    PLANNED_ON(false, "プラン作成日"),
    TARGET(false, "就労支援対象"),
    HIRED_ON(false, "就職決定日"),
    EMPLOYER(false, "就職先"),
    EMPLOYMENT_TYPE(false, "雇用形態"),
    WILL_FIRST(false, "初回_意欲"),
    ECONOMY_FIRST(false, "初回_経済"),
    WORK_FIRST(false, "初回_就労"),
    WILL_LAST(false, "最終_意欲"),
    ECONOMY_LAST(false, "最終_経済"),
    WORK_LAST(false, "最終_就労"),
    VISITS(false, "訪問同行回数"),
    BUDGET(false, "家計相談"),
    BUDGET_PLAN(false, "家計プラン"),
    NOTE(false, "備考");

    private final boolean needed;
    private final List<String> headings;

    Column(boolean needed, String... headings) {
        this.needed = needed;
        this.headings = List.of(headings);
    }

    /** Without it no row can be read. */
    boolean needed() {
        return needed;
    }

    /** The heading to show. */
    String heading() {
        return headings.get(0);
    }

    static Optional<Column> headed(String cell) {
        var plain = plain(cell);
        return Arrays.stream(values())
                .filter(column -> column.headings.stream().anyMatch(h -> plain(h).equals(plain)))
                .findFirst();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s_・（）()]", "");
    }
}
