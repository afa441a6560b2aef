package jp.banso.processengine.internal.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The fields of a form and all that is said of them. */
final class FormItems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MEANINGLESS = Set.of(
            "id", "components", "layout", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("textfield", "1行の文"),
            Map.entry("textarea", "何行かの文"),
            Map.entry("number", "数"),
            Map.entry("datetime", "日付"),
            Map.entry("select", "一覧から選ぶ"),
            Map.entry("radio", "1つ選ぶ"),
            Map.entry("checkbox", "チェック"),
            Map.entry("checklist", "いくつでも選ぶ"),
            Map.entry("group", "まとまり"),
            Map.entry("text", "案内の文"),
            Map.entry("separator", "区切り"),
            Map.entry("spacer", "すき間"));
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("label", "見出し"),
            Map.entry("type", "種類"),
            Map.entry("key", "キー"),
            Map.entry("values", "選択肢"),
            Map.entry("valuesKey", "選択肢の一覧"),
            Map.entry("validate.required", "必須"),
            Map.entry("validate.min", "いちばん小さい数"),
            Map.entry("validate.max", "いちばん大きい数"),
            Map.entry("validate.minLength", "文字数（少なくとも）"),
            Map.entry("validate.maxLength", "文字数（多くても）"),
            Map.entry("validate.pattern", "書き方"),
            Map.entry("conditional.hide", "隠す条件"),
            Map.entry("properties.fact", "流れを決める値"),
            Map.entry("properties.known", "前の答えを写すか"),
            Map.entry("properties.prefill", "前の答えを写す元"),
            Map.entry("properties.default", "はじめの値"),
            Map.entry("properties.unit", "単位"),
            Map.entry("properties.report", "報告"),
            Map.entry("properties.class", "情報の区分"),
            Map.entry("properties.summary", "ケースの流れに出すか"),
            Map.entry("properties.help", "書き方の案内"),
            Map.entry("properties.law", "根拠"),
            Map.entry("description", "補足"),
            Map.entry("text", "文"));

    private final List<Item> items = new ArrayList<>();

    private FormItems() {}

    static List<Item> of(byte[] bytes) throws IOException {
        var form = JSON.readTree(bytes);
        var items = new FormItems();
        items.items.add(new Item("", "様式", "様式", "様式", false, said(form)));
        form.path("components").forEach(component -> items.component(component, ""));
        return items.items;
    }

    private void component(JsonNode component, String group) {
        var key = component.path("key").asText(component.path("id").asText());
        var label = component.path("label").asText();
        var name = label.isBlank() ? key : label;
        var properties = said(component);
        properties.put("in-group", new Property("まとまり", group, group.isEmpty() ? "（なし）" : group));
        var kind = component.path("type").asText().equals("group") ? "まとまり" : "項目";
        items.add(new Item(key, kind, name, name, true, properties));
        component.path("components").forEach(inner -> component(inner, name));
    }

    private static Map<String, Property> said(JsonNode node) {
        var properties = new LinkedHashMap<String, Property>();
        said(node, "", properties);
        return properties;
    }

    private static void said(JsonNode node, String path, Map<String, Property> properties) {
        node.fields().forEachRemaining(field -> {
            var key = path + field.getKey();
            var value = field.getValue();
            if (path.isEmpty() && MEANINGLESS.contains(field.getKey())) {
                return;
            }
            if (value.isObject()) {
                said(value, key + ".", properties);
            } else if (!value.isNull()) {
                var label = LABELS.getOrDefault(key, "設定「" + key + "」");
                properties.put(key, new Property(label, value.toString(), words(key, value)));
            }
        });
    }

    private static String words(String key, JsonNode value) {
        if (key.equals("values") && value.isArray()) {
            return String.join(
                    "、",
                    StreamSupport.stream(value.spliterator(), false)
                            .map(option -> option.path("label")
                                    .asText(option.path("value").asText()))
                            .toList());
        }
        var text = value.isContainerNode() ? value.toString() : value.asText();
        return switch (key) {
            case "type" -> TYPES.getOrDefault(text, text);
            case "conditional.hide" -> text.replaceFirst("^=", "");
            default -> text.equals("true") ? "はい" : text.equals("false") ? "いいえ" : text;
        };
    }
}
