package jp.banso.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import jp.banso.BansoApplication;
import jp.banso.casefile.CaseFiles;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.worklist.WorklistReconciler;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The running product on a database that grows from size to size. */
final class World implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Town town;
    private final Generator generator;
    private final Consistency consistency;
    private int size;

    World(Options options) {
        context = new SpringApplicationBuilder(BansoApplication.class)
                .profiles("bench")
                .properties(
                        "server.port=0",
                        "banso.demo=false",
                        "logging.level.root=error",
                        "spring.main.banner-mode=off",
                        "banso.data=" + options.data())
                .run();
        JdbcTemplate jdbc = jdbc();
        town = new Town(bean(PeopleAdmin.class), people(), jdbc);
        town.found();
        new Patterns(bean(CaseFiles.class), bean(RuntimeService.class), jdbc).make(today());
        generator = new Generator(jdbc, LocalDateTime.now(bean(Clock.class)));
        consistency = new Consistency(bean(WorklistReconciler.class), bean(jp.banso.worklist.Worklist.class), jdbc);
    }

    /** Adds open steps until there are that many, and shows that the product would have written the same rows. */
    void grow(int target) {
        long started = System.nanoTime();
        generator.grow(size, target);
        consistency.check(size, target);
        generator.engineGroups(size, target);
        size = target;
        Bench.say("%,d open steps after %.0f s, no difference", size, (System.nanoTime() - started) / 1e9);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Town town() {
        return town;
    }

    People people() {
        return bean(People.class);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    LocalDate today() {
        return LocalDate.now(bean(Clock.class));
    }

    int size() {
        return size;
    }

    String database() {
        return "MariaDB";
    }

    String databaseVersion() {
        return String.valueOf(jdbc().queryForObject("SELECT VERSION()", String.class));
    }

    int port() {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class), "port");
    }

    Visitor signedIn(String username) {
        Visitor visitor = new Visitor(port());
        visitor.signIn(username, Town.password());
        return visitor;
    }

    List<Visitor> signedIn(List<String> usernames) {
        return usernames.stream().map(this::signedIn).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
