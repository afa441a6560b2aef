package jp.banso.people;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, fetches the token, follows nothing by itself. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final String root;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public Visitor(int port) {
        this.root = "http://localhost:" + port;
    }

    /** Signs in with the name as password, as demo users do. */
    public static Visitor signedIn(int port, String username) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(username, username);
        return visitor;
    }

    public HttpResponse<String> signIn(String username, String password) {
        return post("/login", "username", username, "password", password);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form, name and value by turns, with the token against forged requests. */
    public HttpResponse<String> post(String path, String... pairs) {
        return send(request(path).header("X-CSRF-TOKEN", token()).POST(form(pairs)));
    }

    public HttpResponse<String> postWithoutToken(String path, String... pairs) {
        return send(request(path).POST(form(pairs)));
    }

    /** Posts one text file, as a form with a file does. */
    public HttpResponse<String> upload(String path, String field, String fileName, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--edge--\r\n";
        return send(request(path)
                .header("X-CSRF-TOKEN", token())
                .setHeader("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Any method, with a JSON body and a token. */
    public HttpResponse<String> call(String method, String path, String json) {
        return send(request(path)
                .header("X-CSRF-TOKEN", token())
                .setHeader("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    public String token() {
        Matcher found = TOKEN.matcher(get("/api/v1/csrf").body());
        return found.find() ? found.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpRequest.BodyPublisher form(String... pairs) {
        String body = Arrays.stream(pairs)
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        StringBuilder form = new StringBuilder();
        String[] parts = body.isEmpty() ? new String[0] : body.split("\n", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(parts[i]).append('=').append(parts[i + 1]);
        }
        return HttpRequest.BodyPublishers.ofString(form.toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
