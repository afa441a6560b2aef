package jp.banso.people.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, on all nodes together: five wrong tries for an account from one address, or fifty from one
 * address, and that address waits a quarter of an hour. Another address is never locked out by a stranger.
 */
@Component
public class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 50;

    private final AttemptMapper mapper;
    private final RealTime time;

    SignInThrottle(AttemptMapper mapper, RealTime time) {
        this.mapper = mapper;
        this.time = time;
    }

    /**
     * Asks for one try. The try is written down as failed before the password is looked at, so that a hundred tries at
     * once do not slip through; {@link #succeeded} takes it back. A refused try is not written down: waiting helps.
     */
    public boolean mayTry(String username, String address) {
        LocalDateTime now = time.now().truncatedTo(ChronoUnit.MILLIS);
        LocalDateTime since = now.minus(WINDOW);
        String account = digest(username);
        if (mapper.countForAccount(account, address, since) >= PER_ACCOUNT
                || mapper.countForAddress(address, since) >= PER_ADDRESS) {
            return false;
        }
        mapper.forgetBefore(now.minusDays(1));
        mapper.insert(UUID.randomUUID().toString(), account, address, now);
        return mapper.countForAccount(account, address, since) <= PER_ACCOUNT
                && mapper.countForAddress(address, since) <= PER_ADDRESS;
    }

    public void succeeded(String username, String address) {
        mapper.forget(digest(username), address);
    }

    private static String digest(String username) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
