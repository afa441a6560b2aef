package jp.banso.people.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides every request by the access matrix. */
@Component
class AccessDecision implements AuthorizationManager<RequestAuthorizationContext> {

    /** What opens while an initial password waits to be changed. */
    private static final Set<String> BEFORE_PASSWORD_CHANGE = Set.of("/me", "/me/password", "/api/v1/me");

    private final AccessMatrix matrix;

    AccessDecision(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        Optional<AccessMatrix.Row> row = row(context.getRequest());
        if (row.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        if (row.get().who().isForAnyone()) {
            return new AuthorizationDecision(true);
        }
        Authentication authentication = who.get();
        if (authentication instanceof MemberAuthentication member
                && member.mustChangePassword()
                && !BEFORE_PASSWORD_CHANGE.contains(row.get().pattern().getPatternString())) {
            return new AuthorizationDecision(false);
        }
        context.getRequest().setAttribute(AccessMatrix.ROW, row.get());
        return new AuthorizationDecision(row.get().who().permits(memberOf(authentication)));
    }

    /** The row that a request falls under, if any; by its whole path, whichever servlet will answer. */
    Optional<AccessMatrix.Row> row(HttpServletRequest request) {
        PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
        return matrix.find(request.getMethod(), path);
    }

    static @Nullable Member memberOf(@Nullable Authentication authentication) {
        return authentication instanceof MemberAuthentication member ? member.getPrincipal() : null;
    }
}
