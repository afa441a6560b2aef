package jp.banso.bench;

import java.net.http.HttpResponse;
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
        holdRounds();
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

    /** What the product does by itself once a minute, such as reminding of what is late, stands still while measuring. */
    private void holdRounds() {
        jdbc().update("INSERT INTO rounds_lock (name, lock_until, locked_at, locked_by)"
                + " VALUES ('rounds', '2999-12-31 00:00:00', CURRENT_TIMESTAMP, 'bench')");
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
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

    /** What one of these members gets, by turns. */
    static String get(List<Visitor> members, int turn, String path) {
        HttpResponse<String> answer = answer(members.get(turn % members.size()), path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** On a very busy machine a connection is sometimes not made; that is nobody's time. */
    private static HttpResponse<String> answer(Visitor member, String path) {
        for (int tried = 1; ; tried++) {
            try {
                return member.get(path);
            } catch (IllegalStateException notConnected) {
                if (tried == 3) {
                    throw notConnected;
                }
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
