package jp.banso.worklist.web;

import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The words of the queue's filter: they may be a name, so they stay in the session and out of every address. */
final class QueueWords {

    private static final String KEPT = "worklist.words";
    private static final String MARK = "words";
    private static final String WORDS = "q";

    private QueueWords() {}

    /** The conditions of an address, with the words that it stands for. */
    static Map<String, String> resolved(Map<String, String> query, HttpSession session) {
        Map<String, String> asked = new HashMap<>(query);
        asked.remove(WORDS);
        if (asked.containsKey(MARK) && session.getAttribute(KEPT) instanceof String words) {
            asked.put(WORDS, words);
        }
        return asked;
    }

    /** The address of these conditions; its words wait in the session. */
    static String address(Map<String, String> asked, HttpSession session) {
        session.setAttribute(KEPT, asked.getOrDefault(WORDS, "").strip());
        return address(asked);
    }

    static String address(Map<String, String> asked) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/worklist");
        asked.forEach((name, value) -> {
            if (!name.equals(WORDS) && !name.equals(MARK) && !value.isBlank()) {
                uri.queryParam(name, value);
            }
        });
        if (!asked.getOrDefault(WORDS, "").isBlank()) {
            uri.queryParam(MARK, "true");
        }
        return uri.encode().toUriString();
    }
}
