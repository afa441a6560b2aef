package jp.banso.people.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import jp.banso.people.internal.Account;
import jp.banso.people.internal.Directory;
import jp.banso.people.internal.MemberSessions;
import jp.banso.people.internal.RealTime;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps only the user name in the session and looks the member up for every request, so that a disabled account and a
 * role that was taken away count at once, on every node.
 */
@Component
class SessionMembers implements SecurityContextRepository {

    private static final Duration ABSOLUTE = Duration.ofHours(12);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Directory directory;
    private final RealTime time;

    SessionMembers(Directory directory, RealTime time) {
        this.directory = directory;
        this.time = time;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> load(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication instanceof MemberAuthentication member) {
            HttpSession session = request.getSession(true);
            session.setAttribute(MemberSessions.USER, member.getName());
            session.setAttribute(MemberSessions.SINCE, nowMillis());
            session.setAttribute(MemberSessions.ADDRESS, request.getRemoteAddr());
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, member.getName());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(MemberSessions.USER) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(MemberSessions.USER) instanceof String username)) {
            return context;
        }
        Optional<Account> account = isTooOld(session) ? Optional.empty() : directory.activeAccount(username);
        if (account.isEmpty()) {
            session.invalidate();
            return context;
        }
        return new SecurityContextImpl(
                new MemberAuthentication(account.get().member(), account.get().mustChange()));
    }

    private boolean isTooOld(HttpSession session) {
        return !(session.getAttribute(MemberSessions.SINCE) instanceof Long since)
                || since + ABSOLUTE.toMillis() <= nowMillis();
    }

    private long nowMillis() {
        LocalDateTime now = time.now();
        return now.atZone(ZONE).toInstant().toEpochMilli();
    }

    /** Asks the database only when somebody wants to know who is there. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> source;
        private @org.jspecify.annotations.Nullable SecurityContext context;

        Deferred(Supplier<SecurityContext> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            SecurityContext loaded = context;
            if (loaded == null) {
                loaded = source.get();
                context = loaded;
            }
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
