package jp.banso.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import jp.banso.processengine.internal.ModelFunctions;
import jp.banso.processengine.internal.ShippedModels;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine as it comes, on the product's own tables, with the product's own models under a tenant of their own: full
 * history, no guards, no listeners, no forms, no queue. What the models call is there and does next to nothing.
 */
public final class BareEngine implements AutoCloseable {

    private static final String JOURNEY = "employment-support-journey";

    private final String name;
    private final HikariDataSource dataSource;
    private final ProcessEngine engine;
    private final String deploymentId;

    /** @param driver settings of the driver beyond the address; none for the engine as it comes */
    BareEngine(String name, Properties driver) throws NoSuchMethodException {
        this.name = name;
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getenv("BANSO_DB_URL"));
        pool.setUsername(System.getenv("BANSO_DB_USER"));
        pool.setPassword(System.getenv("BANSO_DB_PASSWORD"));
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(20);
        pool.setDataSourceProperties(driver);
        dataSource = new HikariDataSource(pool);
        engine = build();
        deploymentId = deploy();
    }

    private ProcessEngine build() throws NoSuchMethodException {
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setDefaultInputExpressionExpressionLanguage("feel");
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration
                .setProcessEngineName(name)
                .setDataSource(dataSource)
                .setDatabaseSchemaUpdate("false")
                .setHistory("full")
                .setJobExecutorActivate(false)
                .setEnforceHistoryTimeToLive(false);
        configuration.setDmnEngineConfiguration(decisions);
        configuration.setBeans(new HashMap<>(Map.of("setSupportPeriod", (JavaDelegate) execution -> {})));
        ProcessEngine built = configuration.buildProcessEngine();
        for (var function : ModelFunctions.arity().entrySet()) {
            Class<?>[] types =
                    Collections.nCopies(function.getValue(), Object.class).toArray(Class[]::new);
            configuration
                    .getExpressionManager()
                    .addFunction(function.getKey(), BareEngine.class.getDeclaredMethod("inTwoWeeks", types));
        }
        return built;
    }

    /** In place of the product's working calendar, for every function that a model may call. */
    public static Date inTwoWeeks() {
        return Date.from(Instant.now().plus(Duration.ofDays(14)));
    }

    public static Date inTwoWeeks(Object rule) {
        return inTwoWeeks();
    }

    public static Date inTwoWeeks(Object day, Object rule) {
        return inTwoWeeks();
    }

    private String deploy() {
        var deployment = engine.getRepositoryService().createDeployment().tenantId(name);
        ShippedModels.read().forEach(f -> deployment.addInputStream(f.name(), new ByteArrayInputStream(f.bytes())));
        return deployment.deploy().getId();
    }

    void start(String key) {
        engine.getRuntimeService()
                .createProcessInstanceByKey(JOURNEY)
                .processDefinitionTenantId(name)
                .businessKey(key)
                .setVariables(Map.of("caseNo", key, "officeId", Town.office(1), "municipalityId", Town.CITY))
                .execute();
    }

    /** The open task of a case. */
    String task(String key, String step) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(step)
                .singleResult();
        return task.getId();
    }

    void complete(String taskId, Map<String, Object> facts) {
        engine.getTaskService().complete(taskId, new HashMap<>(facts));
    }

    void assign(String taskId, String username) {
        engine.getTaskService().setAssignee(taskId, username);
    }

    /** Takes its cases and models away: the product's queue knows nothing of them. */
    @Override
    public void close() {
        engine.getRepositoryService().deleteDeployment(deploymentId, true);
        engine.close();
        dataSource.close();
    }
}
