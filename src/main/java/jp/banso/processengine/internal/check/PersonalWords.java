package jp.banso.processengine.internal.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that name a person, a way to reach one, or their health: such answers never become engine variables. */
final class PersonalWords {

    private static final Set<String> KEYS = Set.of(
            "name",
            "kana",
            "birth",
            "birthday",
            "birthdate",
            "phone",
            "tel",
            "telephone",
            "mobile",
            "fax",
            "address",
            "mail",
            "email",
            "account",
            "bank",
            "mynumber",
            "disease",
            "illness",
            "health",
            "disability",
            "diagnosis",
            "medical",
            "hospital",
            "medicine",
            "handicap",
            "pregnancy",
            "nationality",
            "crime",
            "religion");
    private static final Pattern LABELS =
            Pattern.compile("氏名|名前|ふりがな|フリガナ|生年月日|電話|住所|メール|口座|個人番号|マイナンバー|病名|病気|病歴|傷病|障害|診断|服薬|国籍|信仰|前科");

    private PersonalWords() {}

    /** Whether one of the words in {@code aLowerCamelKey} is such a word. */
    static boolean inKey(String key) {
        var words = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split(" ");
        return Arrays.stream(words).anyMatch(KEYS::contains)
                || String.join("", words).contains("mynumber");
    }

    static boolean inLabel(String label) {
        return LABELS.matcher(label).find();
    }
}
