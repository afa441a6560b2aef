package jp.banso.formrecord;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds individual numbers (個人番号) in free text; the product stores none (guard.md 3.2). */
final class MyNumber {

    private static final Pattern TWELVE = Pattern.compile("(?<!\\d)(\\d{4})[ -]?(\\d{4})[ -]?(\\d{4})(?!\\d)");

    private MyNumber() {}

    static boolean isIn(String text) {
        Matcher matcher = TWELVE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (matcher.find()) {
            if (hasCheckDigit(matcher.group(1) + matcher.group(2) + matcher.group(3))) {
                return true;
            }
        }
        return false;
    }

    /** Check digit of 行政手続における特定の個人を識別するための番号…省令 5条. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int p = digits.charAt(11 - n) - '0';
            sum += p * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return digits.charAt(11) - '0' == (rest <= 1 ? 0 : 11 - rest);
    }
}
