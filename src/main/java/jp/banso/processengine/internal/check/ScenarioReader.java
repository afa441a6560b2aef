package jp.banso.processengine.internal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.Scenario.Event;
import jp.banso.processengine.Scenario.Kind;
import jp.banso.processengine.Scenario.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads scenario files, which may come from anywhere: small, only known words, and codes instead of what people write. */
public final class ScenarioReader {

    private static final int MAX_BYTES = 200_000;
    private static final int MAX_TITLE = 100;
    private static final int MAX_EVENTS = 200;
    private static final int MAX_PATH = 2_000;
    private static final int MAX_FACTS = 60;
    private static final int MAX_LIST = 50;
    private static final int MAX_DAYS = 1_830;
    private static final double MAX_NUMBER = 1_000_000;
    private static final Set<String> WORDS = Set.of("title", "process", "startsOn", "given", "told", "events", "path");
    private static final Set<String> EVENT_WORDS = Set.of("step", "message", "until", "days", "facts");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,100}");
    private static final Pattern PLACE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,100}/[A-Za-z_][A-Za-z0-9_.-]{0,100}");
    private static final Pattern MESSAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,100}");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:+-]{0,60}");
    private static final Pattern NUMBER_OF_A_PERSON =
            Pattern.compile("(?<!\\d)0\\d{1,4}-?\\d{1,4}-?\\d{3,4}(?!\\d)|\\d{4}[ -]?\\d{4}[ -]?\\d{4}|\\d{10,}|@");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(1_000)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ScenarioReader() {}

    public static Scenario read(byte[] bytes) throws Unreadable {
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable("場面のファイルが大きすぎます。%dKBまでにしてください。".formatted(MAX_BYTES / 1000));
        }
        try {
            var root = JSON.readTree(PlainText.of(bytes));
            if (root == null || !root.isObject()) {
                throw new Unreadable("場面のファイルではありません。");
            }
            words(root, WORDS);
            return new Scenario(
                    title(text(root, "title")),
                    matching(KEY, text(root, "process"), "手順（process）"),
                    day(text(root, "startsOn")),
                    facts(root.path("given")),
                    told(root.path("told")),
                    events(root.path("events")),
                    path(root.path("path")));
        } catch (JsonProcessingException e) {
            throw new Unreadable("JSONとして読めません。");
        } catch (XmlReader.Unreadable e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static void words(JsonNode node, Set<String> known) throws Unreadable {
        for (var names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                throw new Unreadable("「%s」は、場面のファイルには書けません。".formatted(shown(name)));
            }
        }
    }

    private static String text(JsonNode node, String key) throws Unreadable {
        if (!node.path(key).isTextual()) {
            throw new Unreadable("「%s」がありません。".formatted(key));
        }
        return node.path(key).asText();
    }

    private static String title(String title) throws Unreadable {
        if (title.isBlank() || title.codePointCount(0, title.length()) > MAX_TITLE) {
            throw new Unreadable("場面の名前を%d文字までで書いてください。".formatted(MAX_TITLE));
        }
        if (NUMBER_OF_A_PERSON.matcher(title).find()) {
            throw new Unreadable("場面の名前に、電話番号や個人番号、メールアドレスは書けません。");
        }
        return title.strip();
    }

    private static LocalDate day(String text) throws Unreadable {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 2020 && day.getYear() < 2060) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw new Unreadable("始まりの日（startsOn）を 2026-06-01 の形で書いてください。");
        }
        throw new Unreadable("始まりの日（startsOn）は2020年から2059年までです。");
    }

    private static Map<String, Map<String, @Nullable Object>> told(JsonNode node) throws Unreadable {
        var told = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (var entry : node.properties()) {
            told.put(matching(KEY, entry.getKey(), "処理の名前"), facts(entry.getValue()));
        }
        limited(told.size(), MAX_FACTS, "処理");
        return told;
    }

    private static List<Event> events(JsonNode node) throws Unreadable {
        limited(node.size(), MAX_EVENTS, "出来事");
        var events = new ArrayList<Event>();
        for (var event : node) {
            events.add(event(event));
        }
        return List.copyOf(events);
    }

    private static Event event(JsonNode node) throws Unreadable {
        words(node, EVENT_WORDS);
        var facts = facts(node.path("facts"));
        if (node.path("days").isInt()) {
            var days = node.path("days").asInt();
            if (days < 1 || days > MAX_DAYS) {
                throw new Unreadable("たつ日数は1から%dまでです。".formatted(MAX_DAYS));
            }
            return new Event(Kind.DAYS, String.valueOf(days), facts);
        }
        if (node.has("message")) {
            return new Event(Kind.MESSAGE, matching(MESSAGE, text(node, "message"), "知らせ"), facts);
        }
        var kind = node.has("until") ? Kind.UNTIL : Kind.STEP;
        return new Event(kind, matching(PLACE, text(node, kind.word()), "手順"), facts);
    }

    private static List<String> path(JsonNode node) throws Unreadable {
        limited(node.size(), MAX_PATH, "道筋の手順");
        var path = new ArrayList<String>();
        for (var place : node) {
            path.add(matching(PLACE, place.asText(), "道筋の手順"));
        }
        return List.copyOf(path);
    }

    private static Map<String, @Nullable Object> facts(JsonNode node) throws Unreadable {
        limited(node.size(), MAX_FACTS, "値");
        var facts = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : node.properties()) {
            var name = matching(FACT, entry.getKey(), "値の名前");
            if (PersonalWords.inKey(name)) {
                throw new Unreadable("「%s」は、個人の情報のようです。場面には、道を選ぶ値だけを書きます。".formatted(name));
            }
            facts.put(name, value(name, entry.getValue()));
        }
        return Scenario.facts(facts);
    }

    private static @Nullable Object value(String name, JsonNode value) throws Unreadable {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isNumber() && Math.abs(value.asDouble()) <= MAX_NUMBER) {
            return value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble();
        }
        if (value.isTextual()) {
            return code(name, value.asText());
        }
        if (value.isArray() && value.size() <= MAX_LIST) {
            var list = new ArrayList<String>();
            for (var each : value) {
                list.add(code(name, each.asText()));
            }
            return List.copyOf(list);
        }
        throw new Unreadable("「%s」には、選択肢の番号、数、日付、はい・いいえだけを書けます。".formatted(name));
    }

    /** A choice or a day. What a person writes, or a number by which a person is known, is neither. */
    private static String code(String name, String text) throws Unreadable {
        if (!CODE.matcher(text).matches() || NUMBER_OF_A_PERSON.matcher(text).find()) {
            throw new Unreadable("「%s」の「%s」は、選択肢の番号や日付ではありません。名前や電話番号などは書けません。".formatted(name, shown(text)));
        }
        return text;
    }

    private static String matching(Pattern pattern, String text, String what) throws Unreadable {
        if (!pattern.matcher(text).matches()) {
            throw new Unreadable("%sの「%s」は使えません。".formatted(what, shown(text)));
        }
        return text;
    }

    private static void limited(int size, int most, String what) throws Unreadable {
        if (size > most) {
            throw new Unreadable("%sが多すぎます。%d個までにしてください。".formatted(what, most));
        }
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
