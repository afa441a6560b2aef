package jp.banso.studio.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.studio.web.FactNames.Option;
import org.springframework.web.util.HtmlUtils;

/** What a decision of one result can answer, for conditions that ask for it. */
final class DecisionAnswers {

    private static final Pattern OUTPUT = Pattern.compile("<(?:\\w+:)?output\\s[^>]*>");
    private static final Pattern TYPE = Pattern.compile("\\btypeRef=\"([^\"]{1,40})\"");
    private static final Pattern ENTRY =
            Pattern.compile("<(?:\\w+:)?outputEntry\\b[^>]*>\\s*<(?:\\w+:)?text>([^<]{0,200})</");

    private DecisionAnswers() {}

    /**
     * @param key of the decision
     * @param kind as {@link FactNames.Fact#kind()}, or text
     * @param options the texts that its rules give; none for other kinds
     */
    record Answer(String key, String kind, List<Option> options) {}

    static Answer of(String key, String dmn) {
        List<String> outputs =
                OUTPUT.matcher(dmn).results().map(found -> found.group()).toList();
        if (outputs.size() != 1) {
            return new Answer(key, "text", List.of());
        }
        Matcher type = TYPE.matcher(outputs.get(0));
        return switch (type.find() ? type.group(1) : "string") {
            case "boolean" -> new Answer(key, "checkbox", List.of());
            case "integer", "long", "double", "number" -> new Answer(key, "number", List.of());
            default -> new Answer(key, "text", texts(dmn));
        };
    }

    private static List<Option> texts(String dmn) {
        Set<String> texts = new LinkedHashSet<>();
        ENTRY.matcher(dmn)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)).strip())
                .forEach(text -> {
                    if (text.matches("\"[^\"]+\"")) {
                        texts.add(text.substring(1, text.length() - 1));
                    }
                });
        return texts.stream().map(text -> new Option(text, text)).toList();
    }
}
