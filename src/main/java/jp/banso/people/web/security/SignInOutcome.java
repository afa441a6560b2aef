package jp.banso.people.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import jp.banso.people.AccessEvent;
import jp.banso.people.Member;
import jp.banso.people.internal.MemberSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** What happens after a try to sign in, and at signing out. */
@Component
class SignInOutcome
        implements AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                SessionAuthenticationStrategy,
                LogoutHandler {

    /** Session attribute: the user name of a failed try, so that it need not be typed again. */
    static final String TYPED = "banso.typed";

    private final MemberSessions sessions;
    private final ApplicationEventPublisher events;

    SignInOutcome(MemberSessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    /** A new session id; somebody who was signed in here before leaves nothing behind. */
    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(true);
        if (session.getAttribute(MemberSessions.USER) != null) {
            session.invalidate();
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        sessions.makeRoom(who.getName());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        Member member = ((MemberAuthentication) authentication).getPrincipal();
        events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), "sign-in", ""));
        HttpSession session = request.getSession(true);
        Object back = session.getAttribute(Refusals.BACK);
        session.removeAttribute(Refusals.BACK);
        session.removeAttribute(TYPED);
        String target = back instanceof String path ? path : Landing.of(member);
        response.sendRedirect(request.getContextPath() + target);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String typed = request.getParameter("username");
        if (typed != null && typed.length() <= 50) {
            request.getSession(true).setAttribute(TYPED, typed);
        }
        String reason = why instanceof LockedException ? "wait" : "wrong";
        response.sendRedirect(request.getContextPath() + "/login?" + reason);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        Member member = AccessDecision.memberOf(who);
        if (member != null) {
            events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), "sign-out", ""));
        }
    }
}
