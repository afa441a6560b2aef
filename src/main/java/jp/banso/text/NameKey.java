package jp.banso.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The search key of a name: the same for every way in which staff may write it. 渡邉 and 渡辺, わたなべ and ﾜﾀﾅﾍﾞ,
 * José and JOSE, with or without a space, ・ or hyphen. Keys are compared with keys, and never shown.
 */
public final class NameKey {

    private static final int ITERATION_MARK = '々';
    private static final int LONG_VOWEL_MARK = 'ー';

    private NameKey() {}

    public static String of(String name) {
        var key = new StringBuilder();
        withoutAccents(name).codePoints().forEach(codePoint -> {
            if (codePoint == ITERATION_MARK && !key.isEmpty()) {
                key.appendCodePoint(key.codePointBefore(key.length()));
            } else if (isKept(codePoint)) {
                key.appendCodePoint(CharacterVariants.representativeOf(katakana(codePoint)));
            }
        });
        return key.toString();
    }

    /** The length of a text in characters as a person counts them: 𠮷 is one, though {@code length()} says two. */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Takes é apart and drops its accent; the dakuten of kana stay and are put together again. */
    private static String withoutAccents(String name) {
        var marked = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036F]", "");
        return Normalizer.normalize(marked, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    /**
     * Letters and digits only, so that variation selectors and anything special to a search pattern go. ー counts as a
     * hyphen, because it is typed as one. 外字 stay: they tell people apart.
     */
    private static boolean isKept(int codePoint) {
        return codePoint != LONG_VOWEL_MARK
                && (Character.isLetterOrDigit(codePoint)
                        || Character.isIdeographic(codePoint)
                        || Character.getType(codePoint) == Character.PRIVATE_USE);
    }

    private static int katakana(int codePoint) {
        return switch (codePoint) {
            case 'ヶ', 'ゖ' -> 'ケ';
            case 'ヵ', 'ゕ' -> 'カ';
            default -> codePoint >= 'ぁ' && codePoint <= 'ゔ' ? codePoint + ('ァ' - 'ぁ') : codePoint;
        };
    }
}
