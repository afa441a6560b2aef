package jp.banso.processengine.internal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one form: known components, unique keys, plain conditions, routing facts only from closed, impersonal fields. */
final class FormCheck {

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist");
    private static final Set<String> FACT_INPUTS = Set.of("number", "datetime", "select", "radio", "checkbox");
    private static final Set<String> PROPERTIES =
            Set.of("fact", "prefill", "known", "default", "unit", "report", "class", "summary", "help", "law");
    private static final List<String> LISTS = List.of("staff", "contractorOffices", "helloworkOffices");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");
    private static final Pattern CONDITION = Pattern.compile(
            "=(?:\\s++|[A-Za-z][A-Za-z0-9]*+|\"[^\"]*+\"|-?[0-9]++(?:\\.[0-9]++)?+|!=|<=|>=|[=<>(),])*+");
    private static final Pattern CALL =
            Pattern.compile("\\b(?!and\\b|or\\b|not\\b|contains\\b)[A-Za-z][A-Za-z0-9]*\\s*\\(");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?!\\s*\\()|\"[^\"]*+\"");
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "contains", "list", "true", "false", "null", "in", "between");
    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist");
    private static final int MAX_CONDITION = 500;
    private static final int MAX_LABEL = 300;
    private static final int MAX_COMPONENTS = 300;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(XmlReader.MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Findings findings;
    private final Set<String> shared;
    private final List<String> lines;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Set<String>> facts = new HashMap<>();
    private int components;

    private FormCheck(Findings findings, Set<String> shared, String text) {
        this.shared = shared;
        this.findings = findings;
        this.lines = text.lines().toList();
    }

    /**
     * Checks the form and says what it answers; nothing if it cannot be read.
     *
     * @param shared lists of choices that forms can name besides those of the product
     */
    static FormFacts check(byte[] bytes, String expectedId, Set<String> shared, Findings findings) {
        try {
            var text = PlainText.of(bytes);
            var check = new FormCheck(findings, shared, text);
            check.form(JSON.readTree(text), expectedId);
            return new FormFacts(check.facts);
        } catch (XmlReader.Unreadable e) {
            findings.error(e.line, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            findings.error(line, "JSONとして読めません。");
        }
        return new FormFacts(Map.of());
    }

    private void form(@Nullable JsonNode form, String expectedId) {
        if (form == null || !form.path("components").isArray()) {
            findings.error(1, "様式のファイルではありません。");
            return;
        }
        if (!form.path("id").asText().equals(expectedId)) {
            findings.error(
                    1, "フォームのid「%s」がファイル名と違います。".formatted(form.path("id").asText()));
        }
        form.path("components").forEach(this::component);
        if (components > MAX_COMPONENTS) {
            findings.error(1, "部品が多すぎます。%d個までにしてください。".formatted(MAX_COMPONENTS));
            return;
        }
        form.path("components").forEach(this::conditions);
    }

    private void component(JsonNode component) {
        if (++components > MAX_COMPONENTS) {
            return;
        }
        var type = component.path("type").asText();
        if (component.path("label").asText().length() > MAX_LABEL) {
            error(component, "見出しが長すぎます。%d文字までにしてください。".formatted(MAX_LABEL));
        }
        if (type.equals("group")) {
            component.path("components").forEach(this::component);
        } else if (INPUTS.contains(type)) {
            input(component, type);
        } else if (!type.equals("text") && !type.equals("separator") && !type.equals("spacer")) {
            error(component, "部品「%s」は使えません。".formatted(type));
        }
    }

    private void conditions(JsonNode component) {
        component.path("components").forEach(this::conditions);
        var hide = component.path("conditional").path("hide").asText();
        if (hide.isEmpty()) {
            return;
        }
        if (hide.length() > MAX_CONDITION
                || !CONDITION.matcher(hide).matches()
                || CALL.matcher(hide).find()) {
            error(component, "表示の条件「%s」は使えません。".formatted(hide));
            return;
        }
        NAME.matcher(hide)
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.startsWith("\"") && !WORDS.contains(name) && !keys.contains(name))
                .distinct()
                .forEach(name -> warning(component, "表示の条件にある「%s」という項目がありません。".formatted(name)));
    }

    private void input(JsonNode component, String type) {
        var key = component.path("key").asText();
        if (!KEY.matcher(key).matches()) {
            error(component, "キー「%s」は小文字で始まる英数字で書いてください。".formatted(key));
        } else if (!keys.add(key)) {
            error(component, "キー「%s」が2回使われています。".formatted(key));
        }
        var list = component.path("valuesKey").asText();
        if (!list.isEmpty() && !LISTS.contains(list) && !shared.contains(list)) {
            error(component, "選択肢の一覧「%s」はありません。使えるのは %s と、決まりにある選択肢の一覧です。".formatted(list, String.join(", ", LISTS)));
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
        if (component.path("label").asText().isBlank()) {
            warning(component, "見出し（label）がありません。");
        }
        if (CHOICES.contains(type)) {
            choices(component, list.isEmpty());
        }
        fact(component, type, properties.path("fact").asText());
    }

    private void choices(JsonNode component, boolean own) {
        var values = new HashSet<String>();
        for (var option : component.path("values")) {
            if (!values.add(option.path("value").asText())) {
                error(
                        component,
                        "選択肢の値「%s」が2回使われています。".formatted(option.path("value").asText()));
            }
            if (option.path("label").asText().isBlank()) {
                warning(component, "選択肢に見出しがありません。");
            }
        }
        if (own && values.isEmpty()) {
            error(component, "選択肢がありません。");
        }
    }

    private void fact(JsonNode component, String type, String fact) {
        if (fact.isEmpty()) {
            return;
        }
        if (!FACT_INPUTS.contains(type)) {
            error(component, "自由に書ける欄は、分かれ道の条件に使えません。");
        } else if (!KEY.matcher(fact).matches()) {
            error(component, "分かれ道の条件に使う値の名前「%s」は小文字で始まる英数字で書いてください。".formatted(fact));
        } else if (PersonalWords.inKey(component.path("key").asText())
                || PersonalWords.inKey(fact)
                || PersonalWords.inLabel(component.path("label").asText())) {
            error(component, "個人の情報は、分かれ道の条件に使えません。");
        }
        if (shared.contains(component.path("valuesKey").asText())) {
            error(component, "流れを決める値（fact）の選択肢は、様式に書いてください。一覧が変わると、流れが止まります。");
        }
        var options = new HashSet<String>();
        if (component.path("valuesKey").asText().isEmpty()) {
            component
                    .path("values")
                    .forEach(value -> options.add(value.path("value").asText()));
        }
        facts.merge(fact, options, (a, b) -> Set.of());
    }

    private void error(JsonNode component, String message) {
        findings.error(line(component), key(component), label(component), message);
    }

    private void warning(JsonNode component, String message) {
        findings.warning(line(component), key(component), label(component), message);
    }

    private static String key(JsonNode component) {
        return component.path("key").asText(component.path("id").asText());
    }

    private static @Nullable String label(JsonNode component) {
        var label = component.path("label").asText();
        return label.isEmpty() ? null : label;
    }

    /** The first line that names the key of the component; the first line if there is none. */
    private int line(JsonNode component) {
        if (findings.isFull()) {
            return 1;
        }
        var quoted = "\"" + key(component) + "\"";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.contains(quoted) && (line.contains("\"key\"") || line.contains("\"id\""))) {
                return i + 1;
            }
        }
        return 1;
    }
}
