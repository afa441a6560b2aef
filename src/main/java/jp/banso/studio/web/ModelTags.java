package jp.banso.studio.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The opening tags of a model file in their order, for lists to choose from; files that are not well formed give what can be read. */
final class ModelTags {

    private static final Pattern TAG = Pattern.compile(
            "<(?:[A-Za-z]\\w*+:)?([A-Za-z]\\w*+)((?:\\s++[\\w:.-]++\\s*+=\\s*+\"[^\"<]*+\")*+)\\s*+/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]++)\\s*+=\\s*+\"([^\"<]*+)\"");

    private ModelTags() {}

    /** @param name without its prefix */
    record Tag(String name, Map<String, String> attributes) {

        String attribute(String key) {
            return attributes.getOrDefault(key, "");
        }
    }

    static Stream<Tag> of(String xml) {
        return TAG.matcher(xml).results().map(found -> new Tag(found.group(1), attributes(found.group(2))));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher found = ATTRIBUTE.matcher(text);
        while (found.find()) {
            attributes.put(found.group(1), plain(found.group(2)));
        }
        return attributes;
    }

    private static String plain(String text) {
        return text.replace("&#10;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
