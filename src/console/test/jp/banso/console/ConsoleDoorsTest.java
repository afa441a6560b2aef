package jp.banso.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.banso.BansoTest;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.Visitor;
import jp.banso.people.web.security.AccessMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Doors that the web apps have and the product does not: each is tried as a stranger, as staff and as an administrator. */
@BansoTest
@Tag("console")
class ConsoleDoorsTest {

    private static final String STAFF = "/camunda/api/engine/engine/default/";
    private static final String ADMIN = "/camunda/api/system/engine/engine/default/";

    @LocalServerPort
    int port;

    @Autowired
    AccessMatrix matrix;

    @Autowired
    People people;

    /** CVE-2026-77226: whoever came first could make himself the administrator. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/setup",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/setup/default",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default",
                "/camunda/api/system/admin/setup/default/user/create",
                "/api/admin/setup/default/user/create",
                "/app/admin/setup",
            })
    void thereIsNoSetUp(String path) {
        String body =
                "{\"profile\":{\"id\":\"eve\",\"firstName\":\"e\"},\"credentials\":{\"password\":\"eve-eve-eve-eve\"}}";
        Visitor stranger = new Visitor(port);
        assertThat(stranger.call("POST", path, body).statusCode()).isIn(302, 401, 404);
        assertThat(stranger.get(path).statusCode()).isIn(302, 401, 404);
        for (String member : List.of("soudan", "system")) {
            Visitor visitor = Visitor.signedIn(port, member);
            assertThat(visitor.call("POST", path, body).statusCode()).isEqualTo(404);
            assertThat(visitor.get(path).statusCode()).isIn(302, 404);
            assertThat(visitor.get(path).body()).doesNotContain("camAdminAppCtrl", "setup/#/setup");
        }
        assertThat(people.find("eve")).isEmpty();
    }

    /** CVE-2026-109432: an expression in an {@code or} part of a query was evaluated. */
    @Test
    void expressionsInQueriesAreDead() {
        List<String> bodies = List.of(
                "{\"orQueries\":[{\"dueBeforeExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}",
                "{\"orQueries\":[{\"candidateGroupExpression\":\"${dataSource}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}]}",
                "{\"dueBeforeExpression\":\"${now()}\"}",
                "{\"taskVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"${1+1}\"}]}",
                "{broken");
        Visitor admin = Visitor.signedIn(port, "system");
        Visitor staff = Visitor.signedIn(port, "soudan");
        for (String body : bodies) {
            for (String list : List.of("task", "task/count", "history/task", "process-instance")) {
                assertThat(admin.call("POST", ADMIN + list + "?maxResults=5", body)
                                .statusCode())
                        .as(list + " " + body)
                        .isEqualTo(400);
            }
            assertThat(staff.call("POST", STAFF + "filter/mine/list", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
            assertThat(staff.call("POST", STAFF + "task", body).statusCode()).isEqualTo(404);
        }
        assertThat(admin.get(ADMIN + "task/count?dueBeforeExpression=%24%7Bnow()%7D")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyChangesAnythingPastTheProduct() {
        Map<String, String> calls = Map.ofEntries(
                Map.entry("POST task/create", "{\"name\":\"x\"}"),
                Map.entry("PUT task/x1", "{\"due\":null}"),
                Map.entry("POST task/x1/delegate", "{\"userId\":\"soudan\"}"),
                Map.entry("POST task/x1/resolve", "{}"),
                Map.entry("POST task/x1/bpmnError", "{\"errorCode\":\"x\"}"),
                Map.entry("POST task/x1/identity-links", "{\"groupId\":\"x\",\"type\":\"candidate\"}"),
                Map.entry("PUT task/x1/variables/a", "{\"value\":1}"),
                Map.entry("PUT task/x1/localVariables/a", "{\"value\":1}"),
                Map.entry("DELETE task/x1", "{}"),
                Map.entry("POST filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\"}"),
                Map.entry("PUT filter/mine", "{\"name\":\"x\"}"),
                Map.entry("POST process-definition/key/consultation-intake/start", "{}"),
                Map.entry("POST process-definition/key/consultation-intake/submit-form", "{}"),
                Map.entry("DELETE process-definition/x1", "{}"),
                Map.entry("POST process-instance/x1/modification", "{}"),
                Map.entry("PUT process-instance/x1/variables/a", "{\"value\":1}"),
                Map.entry("POST process-instance/delete", "{}"),
                Map.entry("PUT process-instance/suspended", "{\"suspended\":true}"),
                Map.entry("POST execution/x1/localVariables", "{}"),
                Map.entry("POST message", "{\"messageName\":\"x\"}"),
                Map.entry("POST signal", "{\"name\":\"x\"}"),
                Map.entry("POST condition", "{}"),
                Map.entry("POST deployment/create", "{}"),
                Map.entry("DELETE deployment/x1", "{}"),
                Map.entry("POST migration/execute", "{}"),
                Map.entry("POST modification/execute", "{}"),
                Map.entry("POST job/x1/execute", "{}"),
                Map.entry("PUT job/x1/retries", "{\"retries\":1}"),
                Map.entry("PUT job/x1/duedate", "{}"),
                Map.entry("POST external-task/fetchAndLock", "{\"workerId\":\"x\",\"maxTasks\":1}"),
                Map.entry("POST decision-definition/key/caseCategory/evaluate", "{}"),
                Map.entry("POST user/create", "{}"),
                Map.entry("PUT user/soudan/credentials", "{\"password\":\"x\"}"),
                Map.entry("POST authorization/create", "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"soudan\"}"),
                Map.entry("POST history/cleanup", "{}"),
                Map.entry("DELETE history/process-instance/x1", "{}"),
                Map.entry("POST identity/verify", "{\"username\":\"soudan\",\"password\":\"soudan\"}"));
        Map<String, Visitor> members =
                Map.of("soudan", Visitor.signedIn(port, "soudan"), "system", Visitor.signedIn(port, "system"));
        List<String> open = new ArrayList<>();
        members.forEach((name, visitor) ->
                calls.forEach((call, body) -> Stream.of(STAFF, ADMIN).forEach(root -> {
                    String[] parts = call.split(" ");
                    int status = visitor.call(parts[0], root + parts[1], body).statusCode();
                    if (status != 404) {
                        open.add(name + " " + parts[0] + " " + root + parts[1] + " -> " + status);
                    }
                })));
        assertThat(open).isEmpty();
    }

    @Test
    void everyRowOfTheConsoleIsClosedToWhomItDoesNotName() {
        List<String> open = new ArrayList<>();
        List<AccessMatrix.Row> rows = matrix.rows().stream()
                .filter(row -> row.source().equals("camunda-console.csv"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(80);
        for (String username : List.of("", "soudan", "npo", "kanri", "system")) {
            Visitor visitor = username.isEmpty() ? new Visitor(port) : Visitor.signedIn(port, username);
            Member member = people.find(username).orElse(null);
            for (AccessMatrix.Row row : rows) {
                if (row.who().permits(member)) {
                    continue;
                }
                int status = call(visitor, row).statusCode();
                if (username.isEmpty() ? status != 401 && status != 302 : status != 404) {
                    open.add(username + " " + row + " -> " + status);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aForeignTaskIsNotThereWhateverIsAskedOfIt() {
        Visitor reception = Visitor.signedIn(port, "uketsuke");
        String taskId = open(reception);
        for (String stranger : List.of("hoka", "soudan2", "navi", "npo")) {
            Visitor visitor = Visitor.signedIn(port, stranger);
            for (String part :
                    List.of("", "/form", "/deployed-form", "/form-variables", "/comment", "/identity-links")) {
                assertThat(visitor.get(STAFF + "task/" + taskId + part).statusCode())
                        .as(stranger + part)
                        .isEqualTo(404);
            }
            assertThat(visitor.get(STAFF + "process-definition/" + taskId + "/xml")
                            .statusCode())
                    .isEqualTo(404);
            for (String act : List.of("claim", "unclaim", "assignee", "submit-form", "complete", "comment/create")) {
                String body = "{\"userId\":\"" + stranger + "\",\"message\":\"x\",\"variables\":{}}";
                assertThat(visitor.call("POST", STAFF + "task/" + taskId + "/" + act, body)
                                .statusCode())
                        .as(stranger + " " + act)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void anotherSpellingOfAnAddressOpensNothing() {
        for (String member : List.of("soudan", "system")) {
            Visitor visitor = Visitor.signedIn(port, member);
            for (String path : List.of(
                    "/camunda/api//system/engine/engine/default/task/count",
                    "/camunda/api/s%79stem/engine/engine/default/message",
                    "/camunda/api/system/engine/engine/default/task/count;x=1",
                    "/camunda/api/system/engine/engine/default/user%2fcreate",
                    "/camunda/api/system/engine/engine/default/task/..%2fmessage",
                    "/camunda/api/system/engine/engine/default/message/",
                    "/webjars/camunda/app/admin/index.html",
                    "/plugin/tasklist/app/plugin.js",
                    "/camunda/app/welcome/default/")) {
                assertThat(visitor.get(path).statusCode()).as(path).isIn(400, 404);
                assertThat(visitor.call("POST", path, "{}").statusCode())
                        .as(path)
                        .isIn(400, 404);
            }
        }
    }

    @Test
    void aCallWithoutTheTokenIsRefused() {
        Visitor staff = Visitor.signedIn(port, "soudan");
        assertThat(staff.postWithoutToken(STAFF + "task/x1/claim").statusCode()).isEqualTo(403);
        assertThat(staff.postWithoutToken("/camunda/api/admin/auth/user/default/logout")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void camundasOwnSignInDoesNotExist() {
        assertThat(new Visitor(port)
                        .post(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "username",
                                "soudan",
                                "password",
                                "soudan")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(port).get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(port).get("/camunda").statusCode()).isEqualTo(302);
    }

    private static String open(Visitor reception) {
        String body =
                """
                {"name":"扉 守","kana":"トビラ マモル","sex":"male","birthDate":"1990-01-02","phone":"0000-77-0001",
                 "address":"みどり野市架空町77","receivedOn":"2026-11-20","route":"self","topics":["job-search"],"confirmDuplicate":true}
                """;
        String answer = reception.call("POST", "/api/v1/cases", body).body();
        return answer.replaceAll("(?s).*\"taskId\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> call(Visitor visitor, AccessMatrix.Row row) {
        String path =
                row.pattern().getPatternString().replaceAll("\\{[^}]+}", "x1").replace("**", "x");
        return row.method().equals("GET") ? visitor.get(path) : visitor.call(row.method(), path, "{}");
    }
}
