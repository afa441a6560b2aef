package jp.banso.bench;

import java.util.ArrayList;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import org.springframework.jdbc.core.JdbcTemplate;

/** A municipality of twenty offices with ten members in each of five roles and one who leads all; everybody's password is the name of the first. */
final class Town {

    static final String CITY = "bench";
    static final int OFFICES = 20;
    static final int MEMBERS = 10;

    /** Leads all offices. */
    static final String LEADER = "b-manager";

    /** Changes models. */
    static final String PLANNER = "b-planner";

    private final PeopleAdmin admin;
    private final People people;
    private final JdbcTemplate jdbc;

    Town(PeopleAdmin admin, People people, JdbcTemplate jdbc) {
        this.admin = admin;
        this.people = people;
        this.jdbc = jdbc;
    }

    static String office(int number) {
        return CITY + "-%02d".formatted(number);
    }

    static String username(int office, String role, int number) {
        return "b%02d-%s-%d".formatted(office, role, number);
    }

    static String password() {
        return username(1, Kind.ALL.get(0).role(), 0);
    }

    Member member(int office, String role, int number) {
        return people.find(username(office, role, number)).orElseThrow();
    }

    void found() {
        admin.createMunicipality(CITY, "架空市");
        admin.createUser(password(), "架空 職員", CITY, password());
        String hash =
                jdbc.queryForObject("SELECT password_hash FROM app_user WHERE username = ?", String.class, password());
        List<Object[]> users = new ArrayList<>();
        List<Object[]> roles = new ArrayList<>();
        users.add(new Object[] {LEADER, "架空 課長", CITY, hash});
        users.add(new Object[] {PLANNER, "架空 計画", CITY, hash});
        roles.add(new Object[] {PLANNER, office(1), "process-admin"});
        for (int office = 1; office <= OFFICES; office++) {
            admin.createOffice(office(office), CITY, "第%d相談センター".formatted(office), "municipal");
            roles.add(new Object[] {LEADER, office(office), "manager"});
            for (Kind kind : Kind.ALL) {
                for (int number = 0; number < MEMBERS; number++) {
                    String username = username(office, kind.role(), number);
                    users.add(new Object[] {username, "架空 職員" + number, CITY, hash});
                    roles.add(new Object[] {username, office(office), kind.role()});
                }
            }
        }
        users.removeIf(user -> user[0].equals(password())); // the first one is there
        jdbc.batchUpdate(
                "INSERT INTO app_user (username, display_name, municipality_id, password_hash, must_change, active, created_at)"
                        + " VALUES (?, ?, ?, ?, FALSE, TRUE, CURRENT_TIMESTAMP)",
                users);
        jdbc.batchUpdate("INSERT INTO user_role (username, office_id, role) VALUES (?, ?, ?)", roles);
    }

    void leave() {
        jdbc.update("DELETE FROM user_role WHERE office_id LIKE ?", CITY + "-%");
        jdbc.update("DELETE FROM app_user WHERE municipality_id = ?", CITY);
        jdbc.update("DELETE FROM office WHERE municipality_id = ?", CITY);
        jdbc.update("DELETE FROM municipality WHERE municipality_id = ?", CITY);
    }
}
