package jp.banso.people.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.banso.people.AccessEvent;
import jp.banso.people.Member;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a refused request is told: strangers are asked to sign in, members see what a missing page looks like. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Session attribute: the page that was asked for before signing in. */
    static final String BACK = "banso.back";

    private static final int LONGEST_BACK = 500;

    private final AccessDecision access;
    private final ApiAnswers answers;
    private final ApplicationEventPublisher events;

    Refusals(AccessDecision access, ApiAnswers answers, ApplicationEventPublisher events) {
        this.access = access;
        this.answers = answers;
        this.events = events;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (ApiAnswers.isApi(request, request.getRequestURI())) {
            answers.write(response, HttpServletResponse.SC_UNAUTHORIZED, "サインインしてください。", null);
            return;
        }
        boolean page = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null;
        if (page && access.row(request).isPresent()) {
            remember(request);
        }
        String login = request.getContextPath() + "/login" + (page ? "" : "?again");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(login);
        }
    }

    /** Somebody is signed in but may not, or the token against forged requests is missing. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication member)) {
            commence(request, response, new SignInNeeded());
            return;
        }
        Optional<AccessMatrix.Row> row = access.row(request);
        if (why instanceof CsrfException) {
            tell(member.getPrincipal(), "denied-csrf", row);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (member.mustChangePassword() && !ApiAnswers.isApi(request, request.getRequestURI())) {
            response.sendRedirect(request.getContextPath() + "/me");
        } else {
            if (row.isPresent()) {
                tell(member.getPrincipal(), "denied", row);
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The pattern, never the address itself: addresses may hold numbers of cases. */
    private void tell(Member member, String action, Optional<AccessMatrix.Row> row) {
        String detail = row.map(AccessMatrix.Row::toString).orElse("");
        events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), action, detail));
    }

    private static void remember(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String back = query == null ? path : path + "?" + query;
        if (back.length() <= LONGEST_BACK) {
            request.getSession(true).setAttribute(BACK, back);
        }
    }

    private static final class SignInNeeded extends AuthenticationException {
        SignInNeeded() {
            super("sign in");
        }
    }
}
