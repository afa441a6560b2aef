package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.banso.processengine.internal.ShippedModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever means something in a shipped model: if it is changed, the difference says so. */
class NothingIsLeftUnsaidTest {

    private static final int PER_FILE = 30;

    /** Attributes and texts; ids, line-ends of flows and the like mean nothing or are told by something else. */
    private static final Pattern XML =
            Pattern.compile(" (?!id=|xmlns|xsi:|expressionLanguage=|textFormat=)[\\w:]+=\"([^\"]+)\""
                    + "|<(?:\\w+:)?(?:documentation|description|text|conditionExpression|timeDuration|timeCycle|timeDate)"
                    + "[^<>]*>([^<]+)</");

    private static final Pattern JSON = Pattern.compile(
            "\"(?!id\"|schemaVersion|executionPlatform)[\\w.]+\": (?:\"((?:[^\"\\\\]|\\\\.)+)\"|(true|[0-9]+))");

    private final ModelDifference difference = new ModelDifference(Map.of());

    static Stream<ModelFile> shipped() {
        return ShippedModels.read().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyChangeIsSaid(ModelFile file) {
        var text = Models.text(file);
        for (var place : places(file, text)) {
            var group = place.group(1) != null ? 1 : 2;
            var value = place.group(group);
            var other =
                    switch (value) {
                        case "true" -> "false";
                        case "false" -> "true";
                        default -> value.matches("[0-9]+") ? "1" + value : value + "x";
                    };
            var changed = text.substring(0, place.start(group)) + other + text.substring(place.end(group));
            assertThat(difference.between(List.of(file), List.of(Models.of(file.name(), changed))))
                    .as(place.group())
                    .isNotEmpty()
                    .noneSatisfy(change -> assertThat(change.what()).contains("読めない"));
        }
    }

    private static List<MatchResult> places(ModelFile file, String text) {
        var model = text.replaceFirst("(?s)<bpmndi:BPMNDiagram.*|<dmndi:DMNDI.*", "");
        var json = !file.name().endsWith("mn");
        var from = json ? 0 : model.indexOf('>', model.indexOf("efinitions "));
        var matcher = (json ? JSON : XML).matcher(model).region(from, model.length());
        var places = new ArrayList<>(matcher.results().toList());
        Collections.shuffle(places, new Random(file.name().hashCode()));
        return places.subList(0, Math.min(PER_FILE, places.size()));
    }
}
