package jp.banso.processengine.internal.rehearsal;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.RehearsalGuards;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An engine of its own on a database in memory, with the guards of the living one. Nothing of it is left when it is closed. */
final class ThrowAwayEngine implements AutoCloseable {

    private static final String NAME = "rehearsal-";

    private final Connection anchor;
    private final ProcessEngine engine;

    /** @param steps what the step beans do here */
    ThrowAwayEngine(Map<Object, Object> steps, DueDates dueDates, Recorder recorder) throws SQLException {
        var name = NAME + UUID.randomUUID();
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + name, "sa", "");
        anchor = database.getConnection(); // the database lives as long as somebody is connected
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setHistoryCleanupEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setEnableCmdExceptionLogging(
                false); // what goes wrong is the answer, not a failure of the product
        RehearsalGuards.on(configuration, steps, dueDates, recorder);
        try {
            engine = configuration.buildProcessEngine();
        } catch (RuntimeException e) {
            anchor.close();
            throw e;
        }
        ProcessEngines.unregister(engine); // nobody else shall come across it
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Only what runs: forms and scenarios mean nothing to an engine. */
    void deploy(List<ModelFile> models) {
        var deployment = engine.getRepositoryService().createDeployment().name(NAME);
        models.stream()
                .filter(file -> file.name().endsWith(".bpmn") || file.name().endsWith(".dmn"))
                .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        deployment.deploy();
    }

    @Override
    public void close() {
        try (anchor;
                var statement = anchor.createStatement()) {
            engine.close();
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException gone) {
            return; // the database ends with its last connection in any case
        }
    }
}
