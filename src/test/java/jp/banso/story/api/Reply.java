package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a call answered. */
public record Reply(int status, JsonNode body, String text) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        try {
            JsonNode body = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Reply(response.statusCode(), body, response.body());
        } catch (JsonProcessingException e) {
            return new Reply(response.statusCode(), MissingNode.getInstance(), response.body());
        }
    }

    /** The body of a call that has to succeed. */
    public JsonNode ok() {
        assertThat(status).as("answer: %s", text).isBetween(200, 299);
        return body;
    }

    /** The fields that a refused answer names. */
    public List<String> refusedFields() {
        assertThat(status).as("answer: %s", text).isEqualTo(400);
        return StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }

    public Reply isNotHere() {
        assertThat(status).as("answer: %s", text).isEqualTo(404);
        return this;
    }

    public Reply isStale() {
        assertThat(status).as("answer: %s", text).isEqualTo(409);
        return this;
    }
}
