package jp.banso.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.banso.worklist.CannotTake;

/** What the form of the Tasklist sends as engine variables, as the raw answer that it is. */
final class TasklistAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TasklistAnswer() {}

    static Map<String, Object> of(JsonNode body) {
        Map<String, Object> answer = new LinkedHashMap<>();
        body.path("variables").fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue().path("value");
            if (!value.isNull() && !value.isMissingNode()) {
                answer.put(entry.getKey(), plain(entry.getValue().path("type").asText(), value));
            }
        });
        return answer;
    }

    /** Lists arrive as text of JSON. */
    private static Object plain(String type, JsonNode value) {
        try {
            JsonNode meant = type.equals("Json") ? JSON.readTree(value.asText()) : value;
            return JSON.treeToValue(meant, Object.class);
        } catch (JsonProcessingException e) {
            throw new CannotTake("この内容は読み取れませんでした。");
        }
    }
}
