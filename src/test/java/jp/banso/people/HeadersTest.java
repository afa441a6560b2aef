package jp.banso.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BansoTest
class HeadersTest {

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @LocalServerPort
    int port;

    @Test
    void everyAnswerCarriesTheHeadersErrorsToo() {
        Visitor member = Visitor.signedIn(port, "soudan");
        List<HttpResponse<String>> answers = List.of(
                new Visitor(port).get("/login"),
                new Visitor(port).get("/worklist"),
                new Visitor(port).get("/api/v1/me"),
                new Visitor(port).get("/assets/none.css"),
                member.get("/me"),
                member.get("/no-such-page"),
                member.get("/api/v1/none"),
                member.postWithoutToken("/logout"),
                member.get("/me;x"));
        for (HttpResponse<String> answer : answers) {
            String of = answer.uri() + " " + answer.statusCode();
            assertThat(header(answer, "Content-Security-Policy")).as(of).isEqualTo(CSP);
            assertThat(header(answer, "X-Content-Type-Options")).as(of).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).as(of).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).as(of).contains("camera=()");
            assertThat(header(answer, "X-Frame-Options")).as(of).isEqualTo("DENY");
            assertThat(header(answer, "Cache-Control"))
                    .as(of)
                    .isEqualTo(of.contains("/assets/") && answer.statusCode() == 200 ? "no-cache" : "no-store");
        }
    }

    @Test
    void theCookieIsNotForScriptsNorForOtherSites() {
        String cookie = header(new Visitor(port).get("/login"), "Set-Cookie");
        assertThat(cookie).startsWith("BANSO=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void tricksInThePathAreRefusedBeforeAnybodyLooks() throws IOException {
        for (String trick : List.of(
                "/audit;x",
                "/;x/audit",
                "//audit",
                "/me//x",
                "/%2e/audit",
                "/me/%2e%2e/audit",
                "/me%2faudit",
                "/me%2Faudit",
                "/audit%3bx",
                "/audit/./x",
                "/a%00b",
                "/a%5cb")) {
            String answer = raw("GET " + trick + " HTTP/1.1");
            assertThat(answer).as(trick).startsWith("HTTP/1.1 400");
        }
        assertThat(raw("GET /me%2faudit HTTP/1.1")).contains("Content-Security-Policy");
        assertThat(raw("TRACE /me HTTP/1.1")).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void whatMustNotBeThereIsNotThere() {
        Visitor member = Visitor.signedIn(port, "system");
        for (String path : List.of(
                "/engine-rest",
                "/camunda",
                "/app/admin/setup",
                "/h2-console",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/error",
                "/people/",
                "/swagger-ui.html")) {
            assertThat(member.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void missingPagesAndMissingObjectsLookTheSame() {
        Visitor member = Visitor.signedIn(port, "system");
        String missing = member.get("/no-such-page").body();
        assertThat(missing).contains("この画面はありません").doesNotContain("soudan");
        assertThat(member.get("/people/hoka").body()).isEqualTo(missing);
        assertThat(member.get("/people/nobody").body()).isEqualTo(missing);
        assertThat(member.get("/people/hoka").statusCode()).isEqualTo(404);
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return in.lines().collect(Collectors.joining("\n"));
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
