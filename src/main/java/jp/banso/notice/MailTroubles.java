package jp.banso.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.notice.internal.FailedDigests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Mails that did not get out, for whoever looks after the product. */
@Service
public class MailTroubles {

    private static final int DAYS = 7;

    private final FailedDigests digests;
    private final Clock clock;

    MailTroubles(FailedDigests digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    /**
     * A mail that failed, or of which nobody knows because the product stopped while it was sent; that one is not sent again.
     *
     * @param unknown whether it may have been sent
     * @param failure technical, names nobody
     */
    public record Trouble(String memberName, LocalDate day, boolean unknown, int attempts, @Nullable String failure) {}

    /** Of the last seven days, the newest first. */
    public List<Trouble> recent() {
        LocalDateTime now = LocalDateTime.now(clock);
        return digests.since(now.minusDays(DAYS), now.minusHours(1));
    }
}
