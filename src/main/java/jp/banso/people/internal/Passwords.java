package jp.banso.people.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Password hashes: bcrypt over SHA-256, because bcrypt alone looks at 72 bytes only (24 Japanese characters). */
@Component
public class Passwords {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int INITIAL_LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
    private final String nobody = hash("nobody has this password");

    public final String hash(String password) {
        return bcrypt.encode(digest(password));
    }

    /** Compares; without a stored hash it takes as long and says no. */
    public boolean matches(String password, @Nullable String hash) {
        boolean same = bcrypt.matches(digest(password), hash == null ? nobody : hash);
        return same && hash != null;
    }

    /** A random password in groups of five, without letters that look alike. */
    public String initial() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < INITIAL_LENGTH; i++) {
            text.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String digest(String password) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
