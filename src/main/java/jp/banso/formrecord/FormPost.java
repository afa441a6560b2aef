package jp.banso.formrecord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** A posted page as a raw answer. Fields of the page itself are left out; unknown ones stay, to be refused. */
public final class FormPost {

    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "version", "personId", "confirmDuplicate");

    private FormPost() {}

    public static Map<String, Object> values(FormDefinition form, MultiValueMap<String, String> posted) {
        Map<String, FormField> fields =
                form.questions().stream().collect(Collectors.toMap(FormField::key, f -> f, (a, b) -> a));
        Map<String, Object> values = new LinkedHashMap<>();
        posted.forEach((key, given) -> {
            if (!OF_THE_PAGE.contains(key)) {
                FormField field = fields.get(key);
                boolean several = field != null && field.type().equals("checklist");
                values.put(key, several ? List.copyOf(given) : given.get(0));
            }
        });
        return values;
    }
}
