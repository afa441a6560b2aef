package jp.banso.people.web.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Failures of {@code /api} (and of what the profile {@code camunda-console} adds) in one shape: {@code {"errors":[{"field":"","message":"…"}]}}. */
@Component
public class ApiAnswers {

    private final ObjectMapper json;

    ApiAnswers(ObjectMapper json) {
        this.json = json;
    }

    public static boolean isApi(HttpServletRequest request, String path) {
        String own = path.substring(request.getContextPath().length());
        return own.startsWith("/api/") || own.startsWith("/camunda/api/");
    }

    public void write(HttpServletResponse response, int status, String message, @Nullable String incident)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Map.of("field", "", "message", message)));
        if (incident != null) {
            body.put("incident", incident);
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), body);
    }
}
