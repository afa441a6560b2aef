package jp.banso.print;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes text printable: what the fonts leave out (print-fonts.mjs) becomes the character it looks like, marks for variant
 * glyphs fall away so that the character itself stays, and what no page may hold is dropped.
 */
final class Printable {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern VARIANTS = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Pattern RADICALS = Pattern.compile("[\\u2E80-\\u2FDF]+");
    private static final String TWINS = "\u02BB\u2003\u2012\u2027\u2035\u2215\u2329\u232A\u301C";
    private static final String ORDINARY = "\u2018\u3000\u2013\u30FB\uFF40\uFF0F\u3008\u3009\uFF5E";

    private Printable() {}

    static String of(String text) {
        var clean = VARIANTS.matcher(NOT_XML.matcher(text).replaceAll("")).replaceAll("");
        for (var i = 0; i < TWINS.length(); i++) {
            clean = clean.replace(TWINS.charAt(i), ORDINARY.charAt(i));
        }
        return RADICALS.matcher(clean).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
    }
}
