package jp.banso.processengine.internal.rehearsal;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.RehearsalGuards;
import org.apache.ibatis.session.SqlSessionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An engine of its own on a database in memory, with the guards of the living one. Nothing of it is left when it is closed. */
final class ThrowAwayEngine implements AutoCloseable {

    private static final String NAME = "rehearsal-";
    private static final Here HERE = new Here();

    /** The engine's statements, which take longest to read and are the same for all. */
    private static @Nullable SqlSessionFactory statements;

    private final Connection anchor;
    private final ProcessEngine engine;

    /** @param steps what the step beans do here */
    ThrowAwayEngine(Map<Object, Object> steps, DueDates dueDates, Recorder recorder) throws SQLException {
        var name = NAME + UUID.randomUUID();
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + name, "sa", "");
        HERE.current.set(database);
        anchor = database.getConnection(); // the database lives as long as somebody is connected
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(HERE);
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
            engine = built(configuration);
        } catch (RuntimeException e) {
            HERE.current.remove();
            anchor.close();
            throw e;
        }
        ProcessEngines.unregister(engine); // nobody else shall come across it
    }

    private static synchronized ProcessEngine built(StandaloneProcessEngineConfiguration configuration) {
        if (statements != null) {
            configuration.setSqlSessionFactory(statements);
        }
        var engine = configuration.buildProcessEngine();
        statements = configuration.getSqlSessionFactory();
        return engine;
    }

    /** The database of the rehearsal that runs in the asking thread. */
    private static final class Here extends AbstractDataSource {

        private final ThreadLocal<@Nullable DataSource> current = new ThreadLocal<>();

        @Override
        public Connection getConnection() throws SQLException {
            var database = current.get();
            if (database == null) {
                throw new SQLException("No rehearsal runs in this thread");
            }
            return database.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
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
        } finally {
            HERE.current.remove();
        }
    }
}
