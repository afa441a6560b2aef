package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings whose loss nobody would notice until it hurts. */
@SeamTest
class EngineSettingsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identities;

    @Autowired
    DataSource dataSource;

    @Test
    void keepsTheEngineSettings() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P1825D");
        assertThat(settings.getHistoryCleanupJobLogTimeToLive()).isNotNull();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT30M,PT2H,PT12H");
        assertThat(settings.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
        assertThat(settings.getSkipIsolationLevelCheck()).isFalse();
        assertThat(settings.getBeans()).doesNotContainKey("dataSource");
    }

    /** What the build profile camunda-console brings is not in the build that everybody gets. */
    @Test
    void knowsNothingOfCamundasWebApps() {
        var loader = getClass().getClassLoader();
        for (var resource : List.of(
                "jp/banso/console/package-info.class",
                "access/camunda-console.csv",
                "config/application.yml",
                "org/camunda/bpm/engine/rest/impl/NamedProcessEngineRestServiceImpl.class",
                "org/camunda/bpm/admin/impl/web/SetupResource.class",
                "META-INF/resources/webjars/camunda/index.html")) {
            assertThat(loader.getResource(resource)).as(resource).isNull();
        }
    }

    @Test
    void readsOnlyWhatIsCommitted() throws Exception {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void hasNoUsersOfTheEngine() {
        assertThat(identities.createUserQuery().count()).isZero();
    }

    @Test
    void hasNothingOnTheClassPathThatOpensTheEngine() {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
        assertThat(jars).anyMatch(jar -> jar.startsWith("camunda-engine-7"));
        assertThat(jars)
                .noneMatch(
                        jar -> jar.matches(
                                "(camunda-bpm-spring-boot-starter-(rest|webapp)|camunda-webapp|camunda-engine-rest|jersey|hk2|camunda-connect"
                                        + "|camunda-engine-plugin-connect|camunda-template-engines|freemarker|groovy|graal|js-|polyglot|jython|jruby).*"));
    }
}
