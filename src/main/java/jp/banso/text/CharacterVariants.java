package jp.banso.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The groups of {@code variants.txt}: which character stands for its other shapes in a search key. */
final class CharacterVariants {

    private static final Map<Integer, Integer> REPRESENTATIVES = load();

    private CharacterVariants() {}

    static int representativeOf(int codePoint) {
        return REPRESENTATIVES.getOrDefault(codePoint, codePoint);
    }

    private static Map<Integer, Integer> load() {
        var representatives = new HashMap<Integer, Integer>();
        try (var in = Objects.requireNonNull(
                        CharacterVariants.class.getResourceAsStream("variants.txt"), "variants.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(group -> add(group, representatives));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(representatives);
    }

    private static void add(String group, Map<Integer, Integer> representatives) {
        var representative = group.codePointAt(0);
        group.codePoints().skip(1).forEach(variant -> {
            if (representatives.put(variant, representative) != null) {
                throw new IllegalStateException("In two groups of variants.txt: " + Character.toString(variant));
            }
        });
    }
}
