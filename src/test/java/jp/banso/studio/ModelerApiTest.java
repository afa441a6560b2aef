package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.banso.BansoTest;
import jp.banso.people.Visitor;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the deploy button of Camunda Modeler sends becomes a draft, and nothing else happens. */
@BansoTest
class ModelerApiTest {

    private static final String ROOT = "/api/v1/studio/modeler";

    @LocalServerPort
    int port;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    PublishedFiles published;

    private final HttpClient client = HttpClient.newHttpClient();
    private Place place;

    @BeforeEach
    void workshop() {
        place = workshop.place();
    }

    @Test
    void theDeployButtonMakesADraftWithTheFormsOfThePublishedVersion() throws Exception {
        PublishedFile shared = workshop.process("handover-outside", place);
        String model = new String(published.files(shared).get(0).bytes(), StandardCharsets.UTF_8)
                .replace("付き添って引き継ぐ", "一緒に行って引き継ぐ");

        assertThat(send("GET", "/version", null, place.author()).body()).contains("7.24.0");
        assertThat(send("GET", "/deployment?maxResults=0", null, place.author()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = send("POST", "/deployment/create", deployment(model), place.author());

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = new ObjectMapper().readTree(answer.body());
        var author = workshop.member(place.author());
        assertThat(drafts.find(json.path("id").asText(), author).title()).isEqualTo("他機関への引継ぎ");
        assertThat(drafts.files(json.path("id").asText(), author))
                .extracting(DraftFile::name)
                .containsExactlyInAnyOrder(
                        shared.file(),
                        "forms/handover-outside/accompanyHandover.form",
                        "forms/handover-outside/confirmReceipt.form",
                        "processes/handover-outside/again.scenario",
                        "processes/handover-outside/handed-over.scenario");
        assertThat(workshop.process("handover-outside", place)).isEqualTo(shared);
    }

    @Test
    void onlyNameAndPasswordOfAProcessAdministratorCount() throws Exception {
        assertThat(send("GET", "/version", null, null).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/version", null, "uketsuke").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, place.author()).get(ROOT + "/version").statusCode())
                .as("a session is nobody here")
                .isEqualTo(401);
        HttpRequest wrong = request("/version")
                .header("Authorization", "Basic " + encoded(place.author() + ":falsch"))
                .build();
        assertThat(client.send(wrong, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void somethingElseThanAModelIsRefusedInWords() throws Exception {
        HttpResponse<String> answer =
                send("POST", "/deployment/create", deployment("x").replace("diagram_1.bpmn", "a.exe"), place.author());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("a.exe").contains("受け取れません");
        assertThat(drafts.open(workshop.member(place.author()))).isEmpty();
    }

    /** The parts as Camunda Modeler 5 sends them. */
    private static String deployment(String model) {
        return part("deployment-name", null, "他機関への引継ぎ")
                + part("deployment-source", null, "Camunda Modeler")
                + part("enable-duplicate-filtering", null, "true")
                + part("diagram_1.bpmn", "diagram_1.bpmn", model)
                + "--edge--\r\n";
    }

    private static String part(String name, @org.jspecify.annotations.Nullable String file, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: text/xml") + "\r\n\r\n" + content
                + "\r\n";
    }

    private HttpResponse<String> send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            @org.jspecify.annotations.Nullable String username)
            throws Exception {
        HttpRequest.Builder request = request(path);
        if (username != null) {
            request.header("Authorization", "Basic " + encoded(username + ":" + username));
        }
        if (body != null) {
            request.header("Content-Type", "multipart/form-data; boundary=edge");
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + ROOT + path));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
