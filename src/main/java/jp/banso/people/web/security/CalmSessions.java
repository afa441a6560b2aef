package jp.banso.people.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * The sessions of requests. That a session was used is written down once a minute instead of with every request, so
 * someone idle is signed out at most a minute early; reading a page writes nothing.
 */
class CalmSessions implements FindByIndexNameSessionRepository<CalmSessions.Calm> {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<Session> stored;

    CalmSessions(FindByIndexNameSessionRepository<Session> stored) {
        this.stored = stored;
    }

    @Override
    public Calm createSession() {
        return new Calm(stored.createSession(), true);
    }

    @Override
    public void save(Calm session) {
        if (session.changed) {
            stored.save(session.of);
            session.changed = false;
        }
    }

    @Override
    public @Nullable Calm findById(String id) {
        Session found = SessionTransactions.reading(() -> stored.findById(id));
        return found == null ? null : new Calm(found, false);
    }

    @Override
    public Map<String, Calm> findByIndexNameAndIndexValue(String name, String value) {
        return stored.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Calm(found.getValue(), false)));
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    /** A session that knows whether there is anything to save. */
    static final class Calm implements Session {

        private final Session of;
        private boolean changed;

        private Calm(Session of, boolean changed) {
            this.of = of;
            this.changed = changed;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (changed || !now.isBefore(of.getLastAccessedTime().plus(MINUTE))) {
                of.setLastAccessedTime(now);
                changed = true;
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return of.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return of.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return of.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return of.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return of.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            changed = true;
            of.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            of.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return of.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            of.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return of.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return of.isExpired();
        }
    }
}
