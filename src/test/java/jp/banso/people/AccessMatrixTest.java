package jp.banso.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.banso.BansoTest;
import jp.banso.people.web.security.AccessMatrix;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint has a row, every row has an endpoint, and the rows are kept. Covers every module by itself. */
@BansoTest
class AccessMatrixTest {

    private static final Map<String, String> MEMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("uketsuke", "reception"),
            Map.entry("soudan", "consultant"),
            Map.entry("shunin", "chief-consultant"),
            Map.entry("shuro", "employment-supporter"),
            Map.entry("cw", "caseworker"),
            Map.entry("sv", "inspector"),
            Map.entry("navi", "hw-navigator"),
            Map.entry("coord", "coordinator"),
            Map.entry("npo", "contractor"),
            Map.entry("kacho", "manager"),
            Map.entry("jimu", "secretariat"),
            Map.entry("kanri", "process-admin"),
            Map.entry("system", "system-admin")));

    @LocalServerPort
    int port;

    @Autowired
    AccessMatrix matrix;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Test
    void everyEndpointHasARow() {
        Set<String> rows = matrix.rows().stream().map(String::valueOf).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(endpoints());
        missing.removeAll(rows);
        assertThat(missing).as("endpoints without a row in access/*.csv").isEmpty();
    }

    @Test
    void everyRowHasAnEndpoint() {
        Set<String> endpoints = endpoints();
        List<String> idle = matrix.rows().stream()
                .filter(row -> !endpoints.contains(row.toString()))
                .map(row -> row.source() + ": " + row)
                .sorted()
                .toList();
        assertThat(idle).as("rows without an endpoint").isEmpty();
    }

    @Test
    void noEndpointStandsInTwoRows() {
        assertThat(matrix.rows().stream().map(String::valueOf).toList()).doesNotHaveDuplicates();
    }

    @Test
    void strangersReachOnlyWhatIsForAnyone() {
        Visitor stranger = new Visitor(port);
        List<String> open = new ArrayList<>();
        for (AccessMatrix.Row row : matrix.rows()) {
            if (!row.who().permits(null)) {
                HttpResponse<String> answer = call(stranger, row);
                boolean refused = answer.statusCode() == 401
                        || (answer.statusCode() == 302
                                && answer.headers()
                                        .firstValue("Location")
                                        .orElse("")
                                        .contains("/login"));
                if (!refused) {
                    open.add(row + " -> " + answer.statusCode());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyRoleIsRefusedWhereItsRowsSaySo() {
        List<String> open = new ArrayList<>();
        MEMBERS.forEach((username, role) -> {
            Member member = people.find(username).orElseThrow();
            assertThat(member.roles()).containsExactly(role);
            Visitor visitor = Visitor.signedIn(port, username);
            String missing = visitor.get("/no-such-page").body();
            for (AccessMatrix.Row row : matrix.rows()) {
                if (row.who().permits(member)) {
                    continue;
                }
                HttpResponse<String> answer = call(visitor, row);
                // the deploy button brings name and password each time: a session is nobody there
                int refused = row.pattern().getPatternString().startsWith("/api/v1/studio/modeler/") ? 401 : 404;
                boolean page = !row.pattern().getPatternString().startsWith("/api/");
                if (answer.statusCode() != refused || (page && !answer.body().equals(missing))) {
                    open.add(role + " " + row + " -> " + answer.statusCode());
                }
            }
        });
        assertThat(open).as("calls that should look like a missing page").isEmpty();
    }

    @Test
    void ordinaryRowsLetTheirRolesIn() {
        assertThat(Visitor.signedIn(port, "system").get("/people").statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, "sv").get("/audit").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).get("/login").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).get("/actuator/health").body()).contains("UP");
    }

    private HttpResponse<String> call(Visitor visitor, AccessMatrix.Row row) {
        String method = row.method().equals("ANY") ? "GET" : row.method();
        String path =
                row.pattern().getPatternString().replaceAll("\\{[^}]+}", "x1").replace("**", "x");
        return method.equals("GET") ? visitor.get(path) : visitor.call(method, path, "{}");
    }

    private Set<String> endpoints() {
        Set<String> found = new TreeSet<>();
        Collection<RequestMappingInfoHandlerMapping> mappings =
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> found.addAll(endpointsOf(info)));
        }
        return found;
    }

    private static Set<String> endpointsOf(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Set<String> names = methods.isEmpty()
                ? Set.of("ANY")
                : methods.stream().map(Enum::name).collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .flatMap(pattern -> names.stream().map(name -> name + " " + pattern))
                .collect(Collectors.toSet());
    }
}
