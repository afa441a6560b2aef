package jp.banso.casefile;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.banso.audit.Audit;
import jp.banso.casefile.internal.AroundMapper;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.casefile.internal.ConsentMapper;
import jp.banso.casefile.internal.EventMapper;
import jp.banso.casefile.internal.PersonMapper;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.apache.ibatis.session.Configuration;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The case file on a real database, with offices and members around it. The database is the one of BANSO_DB_URL, or H2
 * in memory; each world has municipalities of its own, so that worlds do not see each other.
 */
final class CaseFileWorld {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private static final DataSource DATABASE = database();

    final String city = "city-" + UUID.randomUUID().toString().substring(0, 8);
    final Office main = new Office(city + "-main", city, "福祉総合相談課", "municipal");
    final Office north = new Office(city + "-north", city, "北部相談センター", "municipal");
    final Office hellowork = new Office(city + "-hw", city, "ハローワーク緑野", "hellowork");
    final Office npo = new Office(city + "-npo", city, "NPO法人みちしるべ", "contractor");
    final Member consultant = member("soudan", main, "consultant");
    final Member navigator = member("navi", hellowork, "hw-navigator");
    final Member contractor = member("npo", npo, "contractor");

    final Clock clock = Clock.fixed(Instant.parse("2026-11-19T00:00:00Z"), ZoneId.of("Asia/Tokyo"));
    final List<String> refreshed = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));

    final Consents consents;
    final Timeline timeline;
    final CaseRegister register;
    final PersonRegister persons;
    final CaseSearch search;
    final Documents documents;
    final Notes notes;
    final Surroundings surroundings;

    CaseFileWorld(Path data) {
        var session = session();
        var cases = session.getMapper(CaseMapper.class);
        var people = session.getMapper(PersonMapper.class);
        var around = session.getMapper(AroundMapper.class);
        Audit audit = new RecordedAudit();
        Worklist worklist = worklist();
        People offices = new Offices();
        consents = new Consents(session.getMapper(ConsentMapper.class), cases, offices, clock);
        timeline = new Timeline(session.getMapper(EventMapper.class), cases, consents, people);
        persons = new PersonRegister(people, cases, worklist, audit, clock);
        register = new CaseRegister(
                cases,
                persons,
                new CaseNumbers(cases),
                consents,
                timeline,
                new Lookalikes(people),
                offices,
                worklist,
                audit,
                clock);
        search = new CaseSearch(cases);
        documents = new Documents(around, timeline, consents, audit, clock, data.toString());
        notes = new Notes(timeline, audit, clock);
        surroundings = new Surroundings(around, audit, clock);
    }

    SupportCase open(String name, String kana, @Nullable String birth, @Nullable String phone) {
        return open(main, name, kana, birth, phone);
    }

    SupportCase open(Office office, String name, String kana, @Nullable String birth, @Nullable String phone) {
        return inTransaction(() -> register.open(new NewCase(
                city,
                office.officeId(),
                null,
                name,
                kana,
                null,
                birth == null ? null : LocalDate.parse(birth),
                null,
                "架空町1-2-3",
                phone,
                null,
                null,
                TODAY,
                "soudan")));
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    Member member(String username, Office office, String role) {
        return new Member(
                username,
                username,
                city,
                city,
                List.of(new Membership(office.officeId(), office.name(), office.kind(), role, role)));
    }

    private static DataSource database() {
        var url = System.getenv("BANSO_DB_URL");
        var source = url == null
                ? new DriverManagerDataSource("jdbc:h2:mem:casefile;DB_CLOSE_DELAY=-1")
                : new DriverManagerDataSource(url, System.getenv("BANSO_DB_USER"), System.getenv("BANSO_DB_PASSWORD"));
        Flyway.configure()
                .dataSource(source)
                .locations("filesystem:db/engine/" + (url == null ? "h2" : "mysql"), "filesystem:db/migration")
                .load()
                .migrate();
        return source;
    }

    private static SqlSessionTemplate session() {
        try {
            var configuration = new Configuration();
            configuration.setMapUnderscoreToCamelCase(true);
            configuration.setArgNameBasedConstructorAutoMapping(true);
            var factory = new SqlSessionFactoryBean();
            factory.setDataSource(DATABASE);
            factory.setConfiguration(configuration);
            factory.setMapperLocations(List.of("Case", "Person", "Consent", "Event", "Around").stream()
                    .map(n -> new ClassPathResource("jp/banso/casefile/internal/" + n + "Mapper.xml"))
                    .toArray(Resource[]::new));
            return new SqlSessionTemplate(factory.getObject());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The queue's place in this world: it only hears which cases changed. */
    private Worklist worklist() {
        return (Worklist) java.lang.reflect.Proxy.newProxyInstance(
                Worklist.class.getClassLoader(), new Class<?>[] {Worklist.class}, (proxy, method, args) -> {
                    if (method.getName().equals("refresh")) {
                        refreshed.add((String) args[0]);
                    }
                    return method.getReturnType() == List.class ? List.<WorkItem>of() : null;
                });
    }

    private final class RecordedAudit implements Audit {

        @Override
        public void viewed(String caseNo, String what) {
            audited.add("viewed " + caseNo + " " + what);
        }

        @Override
        public void changed(@Nullable String caseNo, String action, String detail) {
            audited.add(action + " " + detail);
        }

        @Override
        public void security(@Nullable String username, String action, String detail) {}
    }

    private final class Offices implements People {

        private final Map<String, Office> known = new HashMap<>();

        Offices() {
            List.of(main, north, hellowork, npo).forEach(o -> known.put(o.officeId(), o));
        }

        @Override
        public Optional<Member> find(String username) {
            return Optional.empty();
        }

        @Override
        public List<Member> inOffice(String officeId, @Nullable String role) {
            return List.of();
        }

        @Override
        public Optional<Office> office(String officeId) {
            return Optional.ofNullable(known.get(officeId));
        }

        @Override
        public List<Office> everyOffice() {
            return List.copyOf(known.values());
        }

        @Override
        public List<Office> offices(String municipalityId, @Nullable String kind) {
            return List.copyOf(known.values());
        }
    }
}
