package jp.banso.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@BansoTest
class AuditTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Audit audit;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM audit_log");
        jdbc.update("DELETE FROM sign_in_attempt");
    }

    @Test
    void signingInFailingAndSigningOutAreWrittenDownWithAddressAndRequest() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("soudan", "wrong");
        visitor.signIn("soudan", "soudan");
        visitor.post("/logout");
        assertThat(actions()).containsExactlyInAnyOrder("sign-in-failed", "sign-in", "sign-out");
        assertThat(jdbc.queryForList("SELECT DISTINCT username FROM audit_log", String.class))
                .containsExactly("soudan");
        assertThat(jdbc.queryForList("SELECT address FROM audit_log", String.class))
                .allMatch("127.0.0.1"::equals);
        assertThat(jdbc.queryForList("SELECT request_id FROM audit_log", String.class))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasTypedAsANameIsNeverWrittenDown() {
        new Visitor(port).signIn("my secret password", "x");
        assertThat(jdbc.queryForList("SELECT * FROM audit_log").toString()).doesNotContain("secret");
        assertThat(jdbc.queryForList("SELECT * FROM sign_in_attempt").toString())
                .doesNotContain("secret");
    }

    @Test
    void refusedCallsAreWrittenDownByPattern() {
        Visitor visitor = Visitor.signedIn(port, "soudan");
        visitor.get("/people/system");
        Visitor.signedIn(port, "system").get("/people/hoka");
        assertThat(jdbc.queryForList("SELECT detail FROM audit_log WHERE action = 'denied'", String.class))
                .containsExactly("GET /people/{username}");
        assertThat(jdbc.queryForList("SELECT detail FROM audit_log WHERE action = 'not-here'", String.class))
                .containsExactly("GET /people/{username}");
    }

    @Test
    void noControlCharacterAndNoOverlongTextGetsIn() {
        audit.changed(null, "test", "one\r\n2026-01-01 sign-in soudan\t" + "x".repeat(2000));
        assertThat(jdbc.queryForObject("SELECT detail FROM audit_log", String.class))
                .startsWith("one 2026-01-01 sign-in soudan x")
                .hasSize(500);
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoTraceButARefusalDoes() {
        transaction.executeWithoutResult(status -> {
            audit.changed("R08-00001", "test", "");
            audit.security("soudan", "denied", "");
            status.setRollbackOnly();
        });
        assertThat(actions()).containsExactly("denied");
    }

    @Test
    void theMapperCanOnlyAddAndRead() throws Exception {
        Class<?> mapper = Class.forName("jp.banso.audit.internal.AuditMapper");
        assertThat(Arrays.stream(mapper.getDeclaredMethods()).map(Method::getName))
                .containsExactlyInAnyOrder("insert", "select");
        String xml =
                new String(new ClassPathResource("jp/banso/audit/internal/AuditMapper.xml").getContentAsByteArray());
        assertThat(xml).doesNotContain("<update", "<delete", "UPDATE ", "DELETE ", "${");
    }

    @Test
    void thePageSearchesOneMunicipalityPageByPage() {
        for (int i = 0; i < 120; i++) {
            insert("m-" + i, "midorino", "R08-00412", i % 2 == 0 ? "soudan" : "cw", i);
        }
        insert("a-1", "aogaoka", "R08-00412", "hoka", 1);
        Visitor sv = Visitor.signedIn(port, "sv");
        String first = sv.get("/audit?caseNo=r08-00412").body();
        assertThat(count(first, "<tr>") - 1).isEqualTo(50);
        String second = sv.get(next(first)).body();
        String third = sv.get(next(second)).body();
        assertThat(count(third, "<tr>") - 1).isEqualTo(20);
        assertThat(third).doesNotContain("before=");
        assertThat(count(
                                sv.get("/audit?user=cw&kind=view&from=2026-04-01&to=2026/04/01")
                                        .body(),
                                "<tr>")
                        - 1)
                .isEqualTo(30);
        assertThat(sv.get("/audit?kind=change").body()).contains("あてはまる記録は、ありません");
        HttpResponse<String> wrong = sv.get("/audit?from=yesterday");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("2026-04-01 のように書いてください");
        assertThat(trail.ofCase("aogaoka", "R08-00412", 10)).hasSize(1);
    }

    @Test
    void theCsvHoldsNoFormulaAndIsItselfWrittenDown() {
        jdbc.update("INSERT INTO audit_log (audit_id, happened_at, kind, action, municipality_id, detail) "
                + "VALUES ('f', TIMESTAMP '2026-04-01 10:00:00', 'change', '=HYPERLINK(1)', 'midorino', '+1\"2')");
        HttpResponse<String> csv = Visitor.signedIn(port, "sv").get("/audit.csv?kind=change");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(csv.body()).startsWith("\uFEFF").contains("\"'=HYPERLINK(1)\"", "\"'+1\"\"2\"");
        assertThat(actions()).contains("export");
    }

    private void insert(String id, String municipality, String caseNo, String username, int minute) {
        jdbc.update(
                "INSERT INTO audit_log (audit_id, happened_at, kind, action, username, municipality_id, case_no, "
                        + "detail) VALUES (?, ?, 'view', 'view', ?, ?, ?, '')",
                id,
                java.time.LocalDateTime.of(2026, 4, 1, 23, 0).plusMinutes(minute),
                username,
                municipality,
                caseNo);
    }

    private List<String> actions() {
        return jdbc.queryForList("SELECT action FROM audit_log", String.class);
    }

    private static String next(String page) {
        return page.replaceAll("(?s).*href=\"(/audit\\?[^\"]*before=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
