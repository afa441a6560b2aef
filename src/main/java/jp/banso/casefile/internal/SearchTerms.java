package jp.banso.casefile.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.Person;
import jp.banso.text.NameKey;
import jp.banso.text.PhoneKey;

/**
 * How a case is found: every ending of the name, the kana and the phone is stored, so that a part of it is the beginning
 * of a stored term, and one index answers. The birth date and the case number are stored whole, with a mark in front.
 */
public final class SearchTerms {

    private static final Pattern CASE_NO = Pattern.compile("R?(\\d{1,2})-(\\d{1,5})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,5}");
    private static final Pattern PHONE = Pattern.compile("[+()0-9-]{3,}");
    private static final int LONGEST = 30;
    private static final int SHORTEST_PHONE = 3;
    private static final int MOST_WORDS = 5;

    private SearchTerms() {}

    /** The terms of a case. */
    public static Set<String> of(String caseNo, Person person) {
        var terms = new LinkedHashSet<String>();
        addEndings(terms, NameKey.of(person.name()), 1);
        addEndings(terms, NameKey.of(person.kana()), 1);
        if (person.phone() != null) {
            addEndings(terms, PhoneKey.of(person.phone()), SHORTEST_PHONE);
        }
        if (person.birthDate() != null) {
            terms.add("=" + person.birthDate());
        }
        terms.add("#" + caseNo);
        terms.add("#" + Integer.parseInt(caseNo.substring(caseNo.indexOf('-') + 1)));
        return terms;
    }

    /** What was typed, as words that must all be found; each word as LIKE patterns of which one must fit. */
    public static List<List<String>> words(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (JapaneseDate.parse(text) instanceof JapaneseDate.Parsed
                || PHONE.matcher(plain(text)).matches()) {
            return List.of(patterns(text));
        }
        var words = new ArrayList<List<String>>();
        for (var word : text.split("[\\s\u3000]+", MOST_WORDS)) {
            words.add(patterns(word));
        }
        return words;
    }

    private static List<String> patterns(String word) {
        var patterns = new ArrayList<String>();
        var name = shortened(NameKey.of(word));
        if (!name.isEmpty()) {
            patterns.add(name + "%");
        }
        var plain = plain(word);
        if (PHONE.matcher(plain).matches()) {
            var phone = shortened(PhoneKey.of(word));
            if (phone.length() >= SHORTEST_PHONE) {
                patterns.add(phone + "%");
            }
        }
        var number = CASE_NO.matcher(plain);
        if (number.matches()) {
            patterns.add("#R%02d-%05d".formatted(Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2))));
        } else if (COUNT.matcher(plain).matches()) {
            patterns.add("#" + Integer.parseInt(plain));
        }
        if (JapaneseDate.parse(word) instanceof JapaneseDate.Parsed date) {
            patterns.add("=" + date.date());
        }
        // A word of which nothing is left must find nothing, not everything.
        return patterns.isEmpty() ? List.of("!") : patterns.stream().distinct().toList();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .replaceAll("[\u2010-\u2015\u2212\u30FC]", "-")
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    private static void addEndings(Set<String> terms, String key, int shortest) {
        var points = key.codePoints().toArray();
        for (var from = 0; from <= points.length - shortest; from++) {
            terms.add(new String(points, from, Math.min(LONGEST, points.length - from)));
        }
    }

    private static String shortened(String key) {
        var points = key.codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length);
    }
}
