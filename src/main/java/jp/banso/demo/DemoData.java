package jp.banso.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What the demo tells, from the files beside this class.
 *
 * @param stories words by story: the same names in every story
 * @param paths lines {@code gap step[/variant]} by path; {@code + path} takes another path in
 * @param answers answers by {@code step} and {@code step/variant}; a variant adds to its step
 * @param pools several answers for one step, taken in turn
 * @param workers who does a step, by office and step
 */
record DemoData(
        List<DemoPerson> persons,
        Map<String, Map<String, String>> stories,
        Map<String, List<String>> paths,
        Map<String, Map<String, Object>> answers,
        Map<String, List<Map<String, Object>>> pools,
        Map<String, Map<String, String>> workers) {

    static DemoData read() {
        var json = new ObjectMapper();
        return new DemoData(
                json.convertValue(load("persons"), new TypeReference<>() {}),
                json.convertValue(load("stories"), new TypeReference<>() {}),
                json.convertValue(load("paths"), new TypeReference<>() {}),
                json.convertValue(load("answers"), new TypeReference<>() {}),
                json.convertValue(load("pools"), new TypeReference<>() {}),
                json.convertValue(load("workers"), new TypeReference<>() {}));
    }

    private static Object load(String name) {
        try (var in = DemoData.class.getResourceAsStream(name + ".yaml")) {
            return yaml().load(
                            new InputStreamReader(java.util.Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything stays text: dates, numbers, and the answers yes and no. */
    private static Yaml yaml() {
        var options = new LoaderOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {
                        addImplicitResolver(Tag.MERGE, MERGE, "<");
                    }
                });
    }
}
