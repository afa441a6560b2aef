package jp.banso.people.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of members in the database: ending one here ends it on every node. */
@Component
public class MemberSessions {

    /** Session attribute: user name of who signed in. */
    public static final String USER = "banso.user";
    /** Session attribute: when, in milliseconds of the wall clock. */
    public static final String SINCE = "banso.since";
    /** Session attribute: from which address. */
    public static final String ADDRESS = "banso.address";

    private static final int AT_ONCE = 2;
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    MemberSessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** Sessions of a member, newest first. */
    public List<MemberSession> of(String username, @Nullable String currentId) {
        return signedIn(username).stream()
                .map(session -> new MemberSession(
                        mark(session.getId()),
                        local(Instant.ofEpochMilli(since(session))),
                        local(session.getLastAccessedTime()),
                        Objects.requireNonNullElse(session.getAttribute(ADDRESS), ""),
                        session.getId().equals(currentId)))
                .toList();
    }

    /** Ends the one that {@code mark} stands for, if it is of this member. */
    public boolean end(String username, String mark) {
        List<? extends Session> found = signedIn(username).stream()
                .filter(session -> mark(session.getId()).equals(mark))
                .toList();
        found.forEach(session -> repository.deleteById(session.getId()));
        return !found.isEmpty();
    }

    /** Ends all sessions of a member but {@code exceptId}; says how many there were. */
    public int endAll(String username, @Nullable String exceptId) {
        List<? extends Session> found = signedIn(username).stream()
                .filter(session -> !session.getId().equals(exceptId))
                .toList();
        found.forEach(session -> repository.deleteById(session.getId()));
        return found.size();
    }

    /** Makes room for a session that is about to be saved: only the newest others stay. */
    public void makeRoom(String username) {
        signedIn(username).stream().skip(AT_ONCE - 1L).forEach(session -> repository.deleteById(session.getId()));
    }

    private List<? extends Session> signedIn(String username) {
        return repository.findByPrincipalName(username).values().stream()
                .filter(session -> !session.isExpired() && session.getAttribute(USER) != null)
                .sorted(Comparator.comparingLong(MemberSessions::since).reversed())
                .toList();
    }

    private static long since(Session session) {
        Long since = session.getAttribute(SINCE);
        return since == null ? 0 : since;
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    private static String mark(String sessionId) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
