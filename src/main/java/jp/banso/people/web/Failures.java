package jp.banso.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.banso.people.AccessEvent;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.web.security.MemberAuthentication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Sends expected failures the way of every other failure: to the error page. */
@ControllerAdvice
class Failures {

    private final ApplicationEventPublisher events;

    Failures(ApplicationEventPublisher events) {
        this.events = events;
    }

    @ExceptionHandler(NotHere.class)
    void notHere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication who) {
            Member member = who.getPrincipal();
            String detail =
                    request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), "not-here", detail));
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    void faster(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
