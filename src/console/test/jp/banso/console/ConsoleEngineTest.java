package jp.banso.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.banso.BansoTest;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.story.api.Town;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine of the profile: who it thinks its users are, what they may do, and what they see of each other. */
@BansoTest
@Tag("console")
class ConsoleEngineTest {

    private static final String ADMIN = "/camunda/api/system/engine/engine/default/";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    Clock clock;

    @Test
    void theEngineChecksRights() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.isTenantCheckEnabled()).isTrue();
        assertThat(settings.getAuthorizationCheckRevokes()).isEqualTo("never");
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(1000);
    }

    @Test
    void allRightsAreWildcardsForReadingAndWorkAddsNone() {
        Town town = new Town(port, clock);
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        town.as("soudan").claims(town.as("soudan").task(caseNo, "obtainConsent"));
        List<Authorization> rights =
                engine.getAuthorizationService().createAuthorizationQuery().list();
        assertThat(rights).isNotEmpty().allSatisfy(right -> {
            assertThat(right.getResourceId()).isEqualTo(Authorization.ANY);
            assertThat(right.getGroupId()).isEqualTo("system-admin");
        });
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM ACT_RU_AUTHORIZATION WHERE RESOURCE_ID_ <> '*'", Integer.class))
                .isZero();
    }

    @Test
    void theEngineHasNoUsersOfItsOwn() {
        for (String table : List.of("ACT_ID_USER", "ACT_ID_GROUP", "ACT_ID_MEMBERSHIP", "ACT_ID_TENANT")) {
            assertThat(database.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class))
                    .as(table)
                    .isZero();
        }
        assertThat(engine.getIdentityService().isReadOnly()).isTrue();
        assertThat(engine.getIdentityService().checkPassword("soudan", "soudan"))
                .isFalse();
    }

    /** Called on the engine itself, past the access matrix: the second wall holds alone. */
    @Test
    void anAdministratorOfTheConsoleMayOnlyReadInTheEngine() {
        var identities = engine.getIdentityService();
        identities.setAuthentication("system", List.of("system-admin"), List.of("midorino"));
        try {
            assertThat(engine.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .count())
                    .isPositive();
            List<Runnable> forbidden = List.of(
                    () -> engine.getRuntimeService()
                            .createProcessInstanceByKey("consultation-intake")
                            .processDefinitionWithoutTenantId()
                            .execute(),
                    () -> engine.getTaskService()
                            .saveTask(engine.getTaskService().newTask("x")),
                    () -> engine.getRepositoryService()
                            .createDeployment()
                            .addString("x.form", "{}")
                            .deploy(),
                    () -> engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
            for (Runnable call : forbidden) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(call::run))
                        .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
            }
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void administratorsSeeTheirOwnMunicipalityOnly() throws Exception {
        Town town = new Town(port, clock);
        town.as("uketsuke").receives(Town.stranger());
        town.as("hoka").receives(Town.stranger());
        admin.createUser("aogaoka-system", "他市 保守", "aogaoka", "aogaoka-system");
        admin.grantRole("aogaoka-system", "aogaoka-main", "system-admin");
        assertThat(tenants("system")).containsOnly("midorino");
        assertThat(tenants("aogaoka-system")).containsOnly("aogaoka");
        assertThat(people("system")).contains("soudan2").doesNotContain("hoka");
        assertThat(people("aogaoka-system")).contains("hoka").doesNotContain("soudan2");
    }

    private String people(String username) {
        return Visitor.signedIn(port, username)
                .get(ADMIN + "user?maxResults=200")
                .body();
    }

    /** Of everything that Cockpit lists and that belongs to a municipality. */
    private List<String> tenants(String username) throws Exception {
        Visitor visitor = Visitor.signedIn(port, username);
        List<String> tenants = new ArrayList<>();
        for (String list : List.of(
                "process-instance", "history/process-instance", "history/task", "history/variable-instance", "task")) {
            String body =
                    visitor.call("POST", ADMIN + list + "?maxResults=500", "{}").body();
            JsonNode rows = new ObjectMapper().readTree(body);
            assertThat(rows.isArray()).as(list + ": " + body).isTrue();
            StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.path("tenantId").asText())
                    .forEach(tenants::add);
        }
        return tenants;
    }
}
