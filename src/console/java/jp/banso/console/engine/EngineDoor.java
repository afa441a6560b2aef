package jp.banso.console.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.web.security.MemberAuthentication;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who asks, for the time of one request: the member, the member's groups, and the municipality, which the
 * engine then makes part of every query. Questions that carry expressions are turned away before the engine reads them.
 */
final class EngineDoor extends OncePerRequestFilter {

    private static final int LONGEST_QUESTION = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IdentityService identities;

    EngineDoor(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication who)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_QUESTION + 1);
        if (body.length > LONGEST_QUESTION || isExpressed(request, body)) {
            refuse(response);
            return;
        }
        Member member = who.getPrincipal();
        try {
            identities.setAuthentication(
                    member.username(), MemberIdentity.groups(member), List.of(member.municipalityId()));
            chain.doFilter(new ReadAgain(request, body), response);
        } finally {
            identities.clearAuthentication();
        }
    }

    private static boolean isExpressed(HttpServletRequest request, byte[] body) throws IOException {
        if (request.getParameterMap().keySet().stream().anyMatch(EngineDoor::isExpression)) {
            return true;
        }
        if (body.length == 0) {
            return false;
        }
        try {
            return isExpressed(JSON.readTree(body));
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return true;
        }
    }

    /** At any depth: {@code orQueries} are where they were smuggled in. */
    private static boolean isExpressed(JsonNode node) {
        var names = node.fieldNames();
        while (names.hasNext()) {
            if (isExpression(names.next())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (isExpressed(child) || child.isTextual() && child.asText().matches("(?s).*[$#]\\{.*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpression(String name) {
        return name.endsWith("Expression");
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write("{\"type\":\"InvalidRequestException\",\"message\":\"この問い合わせは受け取れません。\"}"
                        .getBytes(StandardCharsets.UTF_8));
    }
}
