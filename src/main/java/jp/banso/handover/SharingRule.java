package jp.banso.handover;

import java.util.Arrays;
import java.util.Optional;

/** How cases are shared among the receivers. */
public enum SharingRule {
    BALANCE("balance", "負荷をならす", "引き継いだあとの受け持ちの数が、できるだけ同じになります。"),
    CATEGORY("category", "類型ごと", "類型ごとに決めた人へ。決めていない類型は、負荷をならします。"),
    ONE("one", "一人に全部", "選んだ一人が、すべて引き受けます。");

    private final String code;
    private final String label;
    private final String meaning;

    SharingRule(String code, String label, String meaning) {
        this.code = code;
        this.label = label;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<SharingRule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
