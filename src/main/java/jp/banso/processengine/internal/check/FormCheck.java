package jp.banso.processengine.internal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one form: known components, unique keys, plain conditions, and routing facts only from fields without free text. */
final class FormCheck {

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist");
    private static final Set<String> FACT_INPUTS = Set.of("number", "datetime", "select", "radio", "checkbox");
    private static final Set<String> PROPERTIES =
            Set.of("fact", "prefill", "known", "default", "unit", "report", "class", "summary", "help", "law");
    private static final List<String> LISTS = List.of("staff", "contractorOffices", "helloworkOffices");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");
    private static final Pattern CONDITION =
            Pattern.compile("=(?:\\s+|[A-Za-z][A-Za-z0-9]*|\"[^\"]*\"|-?[0-9]+(?:\\.[0-9]+)?|!=|<=|>=|[=<>(),])*");
    private static final Pattern CALL =
            Pattern.compile("\\b(?!and\\b|or\\b|not\\b|contains\\b)[A-Za-z][A-Za-z0-9]*\\s*\\(");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(XmlReader.MAX_DEPTH)
                    .build())
            .build());

    private final Findings findings;
    private final Set<String> keys = new HashSet<>();

    private FormCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(byte[] bytes, String expectedId, Findings findings) {
        if (bytes.length > XmlReader.MAX_BYTES) {
            findings.error(1, "ファイルが大きすぎます。1MBまでにしてください。");
            return;
        }
        try {
            new FormCheck(findings).form(JSON.readTree(bytes), expectedId);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            findings.error(line, "JSONとして読めません。");
        } catch (IOException e) {
            findings.error(1, "JSONとして読めません。");
        }
    }

    private void form(@Nullable JsonNode form, String expectedId) {
        if (form == null || !form.path("components").isArray()) {
            findings.error(1, "フォームのファイルではありません。");
            return;
        }
        if (!form.path("id").asText().equals(expectedId)) {
            findings.error(
                    1, "フォームのid「%s」がファイル名と違います。".formatted(form.path("id").asText()));
        }
        form.path("components").forEach(this::component);
    }

    private void component(JsonNode component) {
        var type = component.path("type").asText();
        if (type.equals("group")) {
            component.path("components").forEach(this::component);
        } else if (INPUTS.contains(type)) {
            input(component, type);
        } else if (!type.equals("text") && !type.equals("separator") && !type.equals("spacer")) {
            error(component, "部品「%s」は使えません。".formatted(type));
        }
        var hide = component.path("conditional").path("hide").asText();
        if (!hide.isEmpty()
                && (!CONDITION.matcher(hide).matches() || CALL.matcher(hide).find())) {
            error(component, "表示の条件「%s」は使えません。".formatted(hide));
        }
    }

    private void input(JsonNode component, String type) {
        var key = component.path("key").asText();
        if (!KEY.matcher(key).matches()) {
            error(component, "キー「%s」は小文字で始まる英数字で書いてください。".formatted(key));
        } else if (!keys.add(key)) {
            error(component, "キー「%s」が2回使われています。".formatted(key));
        }
        var list = component.path("valuesKey").asText();
        if (!list.isEmpty() && !LISTS.contains(list)) {
            error(component, "選択肢の一覧「%s」はありません。使えるのは %s です。".formatted(list, String.join(", ", LISTS)));
        }
        if (component.has("valuesExpression")) {
            error(component, "選択肢に式は使えません。");
        }
        var properties = component.path("properties");
        properties.fieldNames().forEachRemaining(name -> {
            if (!PROPERTIES.contains(name)) {
                error(component, "プロパティ「%s」は知られていません。".formatted(name));
            }
        });
        var fact = properties.path("fact").asText();
        if (!fact.isEmpty() && !FACT_INPUTS.contains(type)) {
            error(component, "自由に書ける欄は、流れを決める値（fact）にできません。");
        } else if (!fact.isEmpty() && !KEY.matcher(fact).matches()) {
            error(component, "factの名前「%s」は小文字で始まる英数字で書いてください。".formatted(fact));
        }
    }

    private void error(JsonNode component, String message) {
        var key = component.path("key").asText(component.path("id").asText());
        var label = component.path("label").asText();
        findings.error(1, key, label.isEmpty() ? null : label, message);
    }
}
