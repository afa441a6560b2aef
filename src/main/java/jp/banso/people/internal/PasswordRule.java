package jp.banso.people.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a new password must be: long, and not built of words that everybody here would try first. */
@Component
public class PasswordRule {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 200;
    private static final int OWN_PART = 10;
    private static final int DIFFERENT = 6;

    private final List<String> weak;

    public PasswordRule() {
        try {
            String text = new ClassPathResource("people/weak-words.txt").getContentAsString(StandardCharsets.UTF_8);
            weak = text.lines()
                    .filter(word -> !word.isBlank())
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the password and how to mend it; empty when it is good. */
    public Optional<String> complaint(String password, String username) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of("パスワードは15文字以上にしてください。今は" + length + "文字です。");
        }
        if (length > LONGEST) {
            return Optional.of("パスワードは200文字までにしてください。");
        }
        if (text.codePoints().distinct().count() < DIFFERENT) {
            return Optional.of("同じ文字のくり返しが多すぎます。6種類以上の文字を使ってください。");
        }
        String own = text.replace(username, "");
        for (String word : weak) {
            own = own.replace(word, "");
        }
        if (own.codePointCount(0, own.length()) < OWN_PART) {
            return Optional.of("職員番号や、よくある言葉が入っています。ほかの言葉をつないでください。");
        }
        return Optional.empty();
    }
}
