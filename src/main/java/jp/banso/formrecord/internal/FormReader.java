package jp.banso.formrecord.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.FormField;
import org.jspecify.annotations.Nullable;

/** Reads Camunda Forms JSON. */
public final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormReader() {}

    /** @throws IllegalArgumentException if the text is no form */
    public static FormDefinition read(String json, String version) {
        try {
            JsonNode root = JSON.readTree(json);
            List<FormDefinition.Part> parts = new ArrayList<>();
            collect(root.path("components"), parts, new ArrayList<>(), "", "form");
            return new FormDefinition(root.path("id").asText(), version, List.copyOf(parts));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("様式を読めません: " + e.getOriginalMessage(), e);
        }
    }

    private static void collect(
            JsonNode components, List<FormDefinition.Part> parts, List<FormField> own, String title, String id) {
        for (JsonNode component : components) {
            if (component.path("type").asText().equals("group")) {
                flush(parts, own, title, id);
                collect(
                        component.path("components"),
                        parts,
                        new ArrayList<>(),
                        component.path("label").asText(""),
                        component.path("id").asText());
            } else {
                own.add(field(component));
            }
        }
        flush(parts, own, title, id);
    }

    private static void flush(List<FormDefinition.Part> parts, List<FormField> own, String title, String id) {
        if (!own.isEmpty()) {
            parts.add(new FormDefinition.Part(id, title, List.copyOf(own)));
            own.clear();
        }
    }

    private static FormField field(JsonNode c) {
        JsonNode validate = c.path("validate");
        String type = c.path("type").asText();
        return new FormField(
                c.path("id").asText(),
                c.path("key").asText(""),
                type,
                type.equals("text")
                        ? c.path("text").asText("")
                        : c.path(type.equals("datetime") && c.has("dateLabel") ? "dateLabel" : "label")
                                .asText(""),
                textOrNull(c.path("description")),
                validate.path("required").asBoolean(false),
                c.path("subtype").asText("date").equals("datetime"),
                numberOrNull(validate.path("min")),
                numberOrNull(validate.path("max")),
                intOrNull(validate.path("minLength")),
                intOrNull(validate.path("maxLength")),
                textOrNull(validate.path("pattern")),
                hide(c),
                options(c.path("values")),
                textOrNull(c.path("valuesKey")),
                properties(c.path("properties")));
    }

    private static @Nullable String hide(JsonNode component) {
        String text = textOrNull(component.path("conditional").path("hide"));
        return text == null ? null : text.startsWith("=") ? text.substring(1).strip() : text;
    }

    private static List<FormField.Option> options(JsonNode values) {
        List<FormField.Option> options = new ArrayList<>();
        values.forEach(v -> options.add(
                new FormField.Option(v.path("value").asText(), v.path("label").asText())));
        return List.copyOf(options);
    }

    private static Map<String, String> properties(JsonNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(e -> properties.put(e.getKey(), e.getValue().asText()));
        return properties;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isEmpty() ? null : node.asText();
    }

    private static @Nullable Double numberOrNull(JsonNode node) {
        return node.isNumber() || node.isTextual() && !node.asText().isBlank() ? Double.valueOf(node.asDouble()) : null;
    }

    private static @Nullable Integer intOrNull(JsonNode node) {
        return node.isNumber() || node.isTextual() && !node.asText().isBlank() ? Integer.valueOf(node.asInt()) : null;
    }
}
