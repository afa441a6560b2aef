package jp.banso.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.banso.calendar.OfficeClosing;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the table that the migration makes, checked by plain JDBC. */
class ClosingDayMapperTest {

    private static final String XML = "jp/banso/calendar/internal/ClosingDayMapper.xml";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private SqlSession session;
    private ClosingDays closingDays;

    @BeforeEach
    void makesTheTable() throws Exception {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        var configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), database));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        try (var xml = Resources.getResourceAsStream(XML)) {
            new XMLMapperBuilder(xml, configuration, XML, configuration.getSqlFragments()).parse();
        }
        session = new SqlSessionFactoryBuilder().build(configuration).openSession();
        execute(Files.readString(Path.of("db/migration/V0030__calendar_closing.sql")));
        closingDays = session.getMapper(ClosingDayMapper.class);
    }

    @AfterEach
    void closesTheDatabase() {
        session.close();
    }

    @Test
    void keepsAClosingDayWithItsReason() throws Exception {
        closingDays.add(new OfficeClosing("midorino-main", DAY, "庁舎の停電"));

        assertThat(rows()).containsExactly("midorino-main 2026-11-20 庁舎の停電");
    }

    @Test
    void changesTheReasonOfThatDayOnly() throws Exception {
        execute("INSERT INTO office_closing VALUES ('a', DATE '2026-11-20', 'x'), ('a', DATE '2026-11-24', 'x'),"
                + " ('b', DATE '2026-11-20', 'x')");

        assertThat(closingDays.changeReason(new OfficeClosing("a", DAY, "研修"))).isEqualTo(1);
        assertThat(closingDays.changeReason(new OfficeClosing("c", DAY, "研修"))).isZero();

        assertThat(rows()).containsExactly("a 2026-11-20 研修", "a 2026-11-24 x", "b 2026-11-20 x");
    }

    @Test
    void listsTheDaysOfOneOfficeInOrder() throws Exception {
        execute("INSERT INTO office_closing VALUES ('a', DATE '2026-11-24', '研修'), ('a', DATE '2026-11-20', '停電'),"
                + " ('b', DATE '2026-11-25', '点検')");

        assertThat(closingDays.ofOffice("a"))
                .containsExactly(
                        new OfficeClosing("a", DAY, "停電"), new OfficeClosing("a", LocalDate.of(2026, 11, 24), "研修"));
    }

    @Test
    void removesThatDayOnly() throws Exception {
        execute("INSERT INTO office_closing VALUES ('a', DATE '2026-11-20', 'x'), ('a', DATE '2026-11-24', 'x'),"
                + " ('b', DATE '2026-11-20', 'x')");

        assertThat(closingDays.remove("a", DAY)).isEqualTo(1);
        assertThat(closingDays.remove("a", DAY)).isZero();

        assertThat(rows()).containsExactly("a 2026-11-24 x", "b 2026-11-20 x");
    }

    @Test
    void refusesTheSameDayTwice() {
        closingDays.add(new OfficeClosing("a", DAY, "x"));

        assertThatThrownBy(() -> closingDays.add(new OfficeClosing("a", DAY, "y")))
                .isInstanceOf(PersistenceException.class);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = session.getConnection().createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows() throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = session.getConnection().createStatement();
                var rows = statement.executeQuery(
                        "SELECT office_id, closed_on, reason FROM office_closing" + " ORDER BY office_id, closed_on")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return found;
    }
}
