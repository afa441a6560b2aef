package jp.banso.notice;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a member.
 *
 * @param username whom
 * @param kind code of a {@link NoticeKind}
 * @param sentence in Japanese, without a client's name: it may be counted in a mail and read over a shoulder
 * @param note words from a colleague; shown in the product only
 * @param href where it leads, inside the product
 * @param dedupeKey names the event: the same one never tells the same person twice
 * @throws IllegalArgumentException for a link that leads out of the product or texts that are empty or too long
 */
public record NewNotice(
        String username, String kind, String sentence, @Nullable String note, String href, String dedupeKey) {

    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_KEY = 190;
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,298}");

    public NewNotice {
        if (sentence.isBlank() || sentence.length() > LONGEST_SENTENCE) {
            throw new IllegalArgumentException("A notice needs a sentence of at most " + LONGEST_SENTENCE);
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note of at most " + LONGEST_NOTE);
        }
        if (!LOCAL.matcher(href).matches()) {
            throw new IllegalArgumentException("A notice leads to a page of the product");
        }
        if (dedupeKey.isBlank() || dedupeKey.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A notice needs a key of at most " + LONGEST_KEY);
        }
    }

    public NewNotice(String username, String kind, String sentence, String href, String dedupeKey) {
        this(username, kind, sentence, null, href, dedupeKey);
    }
}
