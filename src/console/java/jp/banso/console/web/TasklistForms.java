package jp.banso.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.FormPage;
import jp.banso.formrecord.FormPages;
import jp.banso.formrecord.StepForms;
import jp.banso.people.Member;
import jp.banso.worklist.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A step's form for the renderer of the Tasklist: with what our page would fill in, in the schema that it knows. */
@Component
class TasklistForms {

    private final StepForms forms;
    private final FormPages pages;
    private final ObjectMapper mapper;

    TasklistForms(StepForms forms, FormPages pages, ObjectMapper mapper) {
        this.forms = forms;
        this.pages = pages;
        this.mapper = mapper;
    }

    /** The published form; choices that stand in no file are written in, and known answers are shown as text. */
    JsonNode schema(WorkItem item, Member member) throws JsonProcessingException {
        FormPage page =
                pages.page(forms.of(item), item.caseNo(), values(item, member), List.of(), member, item.officeId());
        Map<String, String> known = new HashMap<>();
        Map<String, List<FormPage.Option>> options = new HashMap<>();
        for (FormPage.Part part : page.parts()) {
            Stream.concat(part.facts().shown().stream(), part.facts().more().stream())
                    .forEach(fact -> known.put(fact.label(), fact.text()));
            part.fields().forEach(field -> options.put(field.key(), field.options()));
        }
        ObjectNode schema = (ObjectNode) mapper.readTree(forms.raw(item).json());
        schema.set("components", components(schema.path("components"), known, options));
        return schema;
    }

    /** Values that the form starts with, as engine variables, which they are not. */
    Map<String, Object> variables(WorkItem item, Member member) throws JsonProcessingException {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : values(item, member).entrySet()) {
            variables.put(value.getKey(), variable(value.getValue()));
        }
        return variables;
    }

    private Map<String, Object> values(WorkItem item, Member member) {
        FormDefinition form = forms.of(item);
        return pages.prefill(form, item.caseNo(), item.step(), item.taskId(), member);
    }

    private Map<String, Object> variable(Object value) throws JsonProcessingException {
        boolean list = value instanceof List<?>;
        String type =
                list ? "Json" : value instanceof Boolean ? "Boolean" : value instanceof Number ? "Double" : "String";
        return Map.of("type", type, "value", list ? mapper.writeValueAsString(value) : value, "valueInfo", Map.of());
    }

    private ArrayNode components(
            JsonNode components, Map<String, String> known, Map<String, List<FormPage.Option>> options) {
        ArrayNode shown = mapper.createArrayNode();
        for (JsonNode component : components) {
            ObjectNode copy = component.deepCopy();
            if (copy.path("type").asText().equals("group")) {
                copy.set("components", components(copy.path("components"), known, options));
                if (!copy.path("components").isEmpty()) {
                    hideWhenEmpty(copy);
                    shown.add(copy);
                }
            } else if (copy.path("properties").path("known").asText().equals("true")) {
                addKnown(shown, copy, known);
            } else {
                writeIn(copy, options.get(copy.path("key").asText()));
                shown.add(copy);
            }
        }
        return shown;
    }

    /** A group whose fields are all hidden is hidden with them. */
    private static void hideWhenEmpty(ObjectNode group) {
        Set<String> conditions = new LinkedHashSet<>();
        for (JsonNode component : group.path("components")) {
            String hide = component.path("conditional").path("hide").asText("");
            if (hide.isBlank()) {
                return;
            }
            conditions.add("(" + (hide.startsWith("=") ? hide.substring(1) : hide).strip() + ")");
        }
        group.putObject("conditional").put("hide", "=" + String.join(" and ", conditions));
    }

    private static void addKnown(ArrayNode shown, ObjectNode component, Map<String, String> known) {
        String label = component.has("dateLabel")
                ? component.path("dateLabel").asText()
                : component.path("label").asText();
        if (known.containsKey(label)) {
            shown.addObject()
                    .put("type", "text")
                    .put("id", component.path("id").asText())
                    .put("text", plain(label) + "：" + plain(known.get(label)));
        }
    }

    private static void writeIn(ObjectNode component, @Nullable List<FormPage.Option> options) {
        if (component.remove("valuesKey") != null && options != null) {
            ArrayNode values = component.putArray("values");
            options.forEach(o -> values.addObject().put("label", o.label()).put("value", o.value()));
        }
    }

    /** Text that stays text: the renderer reads Markdown and templates. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()#+.!<>|~-])", "\\\\$1").replace("\n", "  \n");
    }
}
