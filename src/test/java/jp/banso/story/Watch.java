package jp.banso.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks over a browser's shoulder: errors in the console or the script, broken content policy, and calls to the outside. */
final class Watch {

    private static final Set<String> HERE = Set.of("http", "https", "ws", "wss");

    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    Watch(BrowserContext context) {
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(this::left);
    }

    /** The story leads to an answer with this status, which Chromium reports as an error. */
    void expects(int status) {
        expected.add(status);
    }

    void isContent() {
        assertThat(complaints).as("errors in the browser").isEmpty();
    }

    private void heard(ConsoleMessage message) {
        boolean broken = message.type().equals("error") || message.text().contains("Content Security Policy");
        boolean known = expected.stream().anyMatch(status -> message.text().contains("status of " + status));
        if (broken && !known) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    private void left(Request request) {
        URI address = URI.create(request.url().replaceAll("[ {}|]", "_"));
        if (HERE.contains(address.getScheme()) && !"localhost".equals(address.getHost())) {
            complaints.add("leaves the house: " + request.url());
        }
    }
}
