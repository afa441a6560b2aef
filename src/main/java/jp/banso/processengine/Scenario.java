package jp.banso.processengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.processengine.internal.check.ScenarioReader;
import org.jspecify.annotations.Nullable;

/**
 * A way through a process that somebody has clicked through once: what was given, what was answered, how time passed, and
 * the path that this must take. Kept in a {@code .scenario} file beside the model.
 *
 * @param process key of the process it starts
 * @param startsOn the day on which it begins; it counts its time from nine in the morning
 * @param given facts the process starts with
 * @param told step bean to facts that it tells instead of what it would find out
 * @param path the nodes in the order in which they were reached, as {@code process/node}, those of called processes too
 */
public record Scenario(
        String title,
        String process,
        LocalDate startsOn,
        Map<String, @Nullable Object> given,
        Map<String, Map<String, @Nullable Object>> told,
        List<Event> events,
        List<String> path) {

    /** The ending of its file. */
    public static final String ENDING = ".scenario";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What kind of thing happens. */
    public enum Kind {
        /** A step is answered. */
        STEP("step"),
        /** A message arrives. */
        MESSAGE("message"),
        /** Time passes until a timer has run. */
        UNTIL("until"),
        /** Days pass. */
        DAYS("days");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How the file calls it. */
        public String word() {
            return word;
        }
    }

    /**
     * Something that happens.
     *
     * @param at {@code process/node} of the step or timer, the name of the message, or the number of days
     */
    public record Event(Kind kind, String at, Map<String, @Nullable Object> facts) {}

    /** A file that is no scenario; the message says why, in Japanese. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }
    }

    public static Scenario read(byte[] bytes) throws Unreadable {
        return ScenarioReader.read(bytes);
    }

    public static boolean isScenario(String fileName) {
        return fileName.endsWith(ENDING);
    }

    public Scenario withPath(List<String> other) {
        return new Scenario(title, process, startsOn, given, told, events, List.copyOf(other));
    }

    public Scenario titled(String other) {
        return new Scenario(other, process, startsOn, given, told, events, path);
    }

    /** The same with one thing more at the end. */
    public Scenario then(Event event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Scenario(title, process, startsOn, given, told, List.copyOf(more), path);
    }

    /** The same without the last thing that happened. */
    public Scenario back() {
        return new Scenario(
                title, process, startsOn, given, told, events.subList(0, Math.max(0, events.size() - 1)), path);
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** As it stands in its file. */
    public String text() {
        var root = JSON.createObjectNode();
        root.put("title", title);
        root.put("process", process);
        root.put("startsOn", startsOn.toString());
        root.set("given", JSON.valueToTree(given));
        root.set("told", JSON.valueToTree(told));
        var list = root.putArray("events");
        events.forEach(event -> list.add(json(event)));
        root.set("path", JSON.valueToTree(path));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode json(Event event) {
        var node = JSON.createObjectNode();
        if (event.kind() == Kind.DAYS) {
            node.put(Kind.DAYS.word(), Integer.parseInt(event.at()));
        } else {
            node.put(event.kind().word(), event.at());
        }
        if (!event.facts().isEmpty()) {
            node.set("facts", JSON.valueToTree(event.facts()));
        }
        return node;
    }

    /** A map that keeps its order and may hold nothing under a name. */
    public static Map<String, @Nullable Object> facts(Map<String, ? extends @Nullable Object> facts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
