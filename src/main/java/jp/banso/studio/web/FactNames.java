package jp.banso.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts by which processes choose their way, as the fields of forms name them. */
final class FactNames {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FactNames() {}

    record Option(String value, String label) {}

    /**
     * @param label of the field that asks for it
     * @param kind of the field: select, radio, checkbox, number or datetime
     */
    record Fact(String name, String label, String kind, List<Option> options) {}

    /** Each fact once, by the first form that asks for it; what is no form gives nothing. */
    static List<Fact> of(List<String> forms) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (String form : forms) {
            try {
                collect(JSON.readTree(form), facts);
            } catch (JsonProcessingException unfinished) {
                // a draft may be broken; the check says so where it matters
            }
        }
        return List.copyOf(facts.values());
    }

    private static void collect(JsonNode node, Map<String, Fact> facts) {
        for (JsonNode component : node.path("components")) {
            String name = component.path("properties").path("fact").asText();
            if (!name.isEmpty()) {
                facts.putIfAbsent(
                        name,
                        new Fact(
                                name,
                                component.path("label").asText(name),
                                component.path("type").asText(),
                                options(component)));
            }
            collect(component, facts);
        }
    }

    private static List<Option> options(JsonNode component) {
        List<Option> options = new ArrayList<>();
        component
                .path("values")
                .forEach(each -> options.add(new Option(
                        each.path("value").asText(), each.path("label").asText())));
        return options;
    }
}
