package jp.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Forms stay drawable by the oldest renderer that may have to show them: that of Camunda's Tasklist 7.24. */
class FormComponentsTest {

    /** Newest form schema that it reads. */
    private static final int SCHEMA = 16;

    /** What it draws for that schema. */
    private static final Set<String> COMPONENTS = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "default",
            "dynamiclist",
            "expression",
            "group",
            "html",
            "iframe",
            "image",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyFormKeepsToSchema16() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> forms = Sources.below("forms", ".form");
        for (Path file : forms) {
            JsonNode form = json.readTree(Sources.read(file));
            if (form.path("schemaVersion").asInt(0) < 1
                    || form.path("schemaVersion").asInt() > SCHEMA) {
                wrong.add(file + ": schemaVersion " + form.path("schemaVersion"));
            }
            unknown(form.path("components"), file, wrong);
        }
        assertThat(forms).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    private static void unknown(JsonNode components, Path file, List<String> wrong) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                wrong.add(file + ": " + component.path("id").asText() + " is a " + type);
            }
            unknown(component.path("components"), file, wrong);
        }
    }
}
