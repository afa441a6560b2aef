package jp.banso.formrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.banso.settings.CodeList;
import jp.banso.settings.Settings;
import org.springframework.stereotype.Component;

/** Puts the choices of a municipality's lists into forms that refer to them, always as the lists are now. */
@Component
public class SharedLists {

    private static final String PREFIX = "codes.";

    private final Settings settings;
    private final ObjectMapper json;

    SharedLists(Settings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** The form with the choices of the lists in force. */
    public FormDefinition fill(FormDefinition form, String municipalityId) {
        return with(form, list -> settings.codes(list, municipalityId));
    }

    /** The form with the choices of these lists; one that is not there has no choices. */
    public static FormDefinition with(FormDefinition form, Function<String, Optional<CodeList>> lists) {
        if (form.fields().noneMatch(field -> field.list() != null)) {
            return form;
        }
        return new FormDefinition(
                form.id(),
                form.version(),
                form.parts().stream()
                        .map(part -> new FormDefinition.Part(
                                part.id(),
                                part.title(),
                                part.fields().stream()
                                        .map(field -> filled(field, lists))
                                        .toList()))
                        .toList());
    }

    private static FormField filled(FormField field, Function<String, Optional<CodeList>> lists) {
        String list = field.list();
        if (list == null) {
            return field;
        }
        return field.withOptions(lists.apply(list).map(CodeList::codes).orElse(List.of()).stream()
                .map(code -> new FormField.Option(code.code(), code.name(), code.usable()))
                .toList());
    }

    /** A {@code .form} file with the choices written into it, for those who show it themselves. */
    String fill(String form, String municipalityId) {
        if (!form.contains('"' + PREFIX)) {
            return form;
        }
        try {
            JsonNode root = json.readTree(form);
            fill(root, municipalityId);
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a published form cannot be read", e);
        }
    }

    private void fill(JsonNode node, String municipalityId) {
        for (JsonNode component : node.path("components")) {
            fill(component, municipalityId);
            String source = component.path("valuesKey").asText();
            if (source.startsWith(PREFIX) && component instanceof ObjectNode object) {
                object.remove("valuesKey");
                ArrayNode values = object.putArray("values");
                settings
                        .codes(source.substring(PREFIX.length()), municipalityId)
                        .map(CodeList::codes)
                        .orElse(List.of())
                        .stream()
                        .filter(CodeList.Code::usable)
                        .forEach(code ->
                                values.addObject().put("label", code.name()).put("value", code.code()));
            }
        }
    }
}
