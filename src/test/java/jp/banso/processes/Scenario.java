package jp.banso.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One {@code processes/<process>/scenarios/*.yaml}: what was, what happens, and what must then be so. */
record Scenario(Path file, String title, List<Map<String, Object>> moves, Expected then) {

    private static final Path MODELS = Path.of("processes");

    /**
     * What must be so at the end.
     *
     * @param path every user step that was completed, in order
     * @param through other activities that were passed
     * @param never activities that were not reached
     * @param open steps that are open
     */
    record Expected(
            List<String> path,
            List<String> through,
            List<String> never,
            List<String> open,
            Map<String, Object> facts) {}

    static List<Scenario> all() {
        try (Stream<Path> files = Files.walk(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            List<Map<String, Object>> moves = new ArrayList<>(maps(yaml, "given"));
            moves.addAll(maps(yaml, "when"));
            Map<String, Object> then = map(yaml.get("then"));
            return new Scenario(
                    file,
                    String.valueOf(yaml.get("title")),
                    moves,
                    new Expected(
                            words(then, "path"),
                            words(then, "through"),
                            words(then, "never"),
                            words(then, "open"),
                            map(then.getOrDefault("facts", Map.of()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> yaml, String key) {
        return (List<Map<String, Object>>) yaml.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(Map<String, Object> yaml, String key) {
        return (List<String>) yaml.getOrDefault(key, List.of());
    }
}
