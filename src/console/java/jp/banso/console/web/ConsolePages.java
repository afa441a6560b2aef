package jp.banso.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The pages in which the web apps live. The filters that Camunda brings for this purpose are not used: they lead to the
 * set-up page when they miss an administrator, and keep objects of their own in the session.
 */
@Controller
class ConsolePages {

    /** The apps write styles; what they run, load and call is nevertheless only ours. */
    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final String ROOT = "/camunda";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final ConsoleApps apps;
    private final boolean https;

    ConsolePages(ConsoleApps apps, @Value("${banso.https:false}") boolean https) {
        this.apps = apps;
        this.https = https;
    }

    @GetMapping("/camunda")
    String door(Member member) {
        return "redirect:"
                + ConsoleApps.page(apps.of(member).stream().findFirst().orElseThrow(NotHere::new));
    }

    @GetMapping({"/camunda/app/{app}", "/camunda/app/{app}/", "/camunda/app/{app}/default"})
    String shortAddress(@PathVariable String app) {
        return "redirect:" + ConsoleApps.page(known(app));
    }

    @GetMapping("/camunda/app/{app}/default/")
    @ResponseBody
    String page(@PathVariable String app, CsrfToken token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.addCookie(readableByTheApps(token, request));
        String root = request.getContextPath() + ROOT;
        String name = known(app) + "-plugin-" + app + "Plugins";
        // the Tasklist asks us (TasklistApi), the others the engine (EngineServlets)
        String engine = app.equals("tasklist") ? "" : "system/";
        String language = app.equals("tasklist") ? "ja" : "en";
        return template(app)
                .replace("<html lang=\"en\">", "<html lang=\"" + language + "\" ng-csp=\"no-unsafe-eval\">")
                .replace("$BASE", request.getContextPath() + ConsoleApps.page(app))
                .replace("$CSP_NONCE", "nonce=\"" + nonce + "\"")
                .replace(
                        "$PLUGIN_PACKAGES",
                        "[{name: '%s', location: '%s/api/%s/plugin/%sPlugins/static/app', main: 'plugin.js'}]"
                                .formatted(name, root, app, app))
                .replace(
                        "$PLUGIN_DEPENDENCIES",
                        "[{ngModuleName: '%s.plugin.%sPlugins', requirePackageName: '%s'}]".formatted(app, app, name))
                .replace("cockpit-api=\"$APP_ROOT/api/", "cockpit-api=\"$APP_ROOT/api/system/")
                .replace("engine-api=\"$APP_ROOT/api/", "engine-api=\"$APP_ROOT/api/" + engine)
                .replace("$APP_ROOT", root);
    }

    /** The words of the Tasklist: ours where we have any, the jar's English for the rest. */
    @GetMapping("/camunda/app/tasklist/locales/ja.json")
    @ResponseBody
    JsonNode words() throws IOException {
        JsonNode words = JSON.readTree(file("META-INF/resources/webjars/camunda/app/tasklist/locales/en.json"));
        JSON.readTree(file("console/tasklist-ja.json")).fields().forEachRemaining(part -> {
            ObjectNode theirs = (ObjectNode) words.path(part.getKey());
            theirs.setAll((ObjectNode) part.getValue());
        });
        return words;
    }

    private static String known(String app) {
        return ConsoleApps.ALL.contains(app) ? app : notHere();
    }

    private static String notHere() {
        throw new NotHere();
    }

    private static String template(String app) throws IOException {
        return file("META-INF/resources/webjars/camunda/app/" + app + "/index.html");
    }

    /** Some of these files begin with a byte order mark. */
    private static String file(String path) throws IOException {
        return new ClassPathResource(path)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\uFEFF", "");
    }

    /** Our token under the name that the apps look for; they send it back as a header ({@link ConsoleEntrance}). */
    private Cookie readableByTheApps(CsrfToken token, HttpServletRequest request) {
        Cookie cookie = new Cookie("XSRF-TOKEN", token.getToken());
        cookie.setPath(request.getContextPath() + ROOT);
        cookie.setSecure(https || request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
