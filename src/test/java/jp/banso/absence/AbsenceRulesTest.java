package jp.banso.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import jp.banso.BansoTest;
import jp.banso.absence.AbsenceRefused.Problem;
import jp.banso.calendar.JapaneseDate;
import jp.banso.notice.NoticeBox;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may be registered as away, on which days, and who may stand in. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsenceRulesTest {

    private static final String MAIN = "midorino-main";
    private static final String CONSULTANT = AbsencePlan.post(MAIN, "consultant");
    private static final String SUPPORTER = AbsencePlan.post(MAIN, "employment-supporter");
    private static final List<String> OWN =
            List.of("yasumi-a", "yasumi-b", "yasumi-c", "yasumi-lead", "yasumi-north", "yasumi-else");

    @Autowired
    AbsenceDesk desk;

    @Autowired
    Absences absences;

    @Autowired
    NoticeBox box;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private LocalDate day;

    @BeforeAll
    void colleagues() {
        OWN.forEach(name -> {
            if (people.find(name).isEmpty()) {
                admin.createUser(name, "架空 " + name, name.equals("yasumi-else") ? "aogaoka" : "midorino", name);
            }
            admin.setActive(name, true);
        });
        admin.grantRole("yasumi-a", MAIN, "consultant");
        admin.grantRole("yasumi-a", MAIN, "employment-supporter");
        admin.grantRole("yasumi-b", MAIN, "consultant");
        admin.grantRole("yasumi-c", MAIN, "employment-supporter");
        admin.grantRole("yasumi-lead", MAIN, "coordinator");
        admin.grantRole("yasumi-north", "midorino-north", "consultant");
        admin.grantRole("yasumi-north", "midorino-north", "coordinator");
        admin.grantRole("yasumi-else", "aogaoka-main", "consultant");
    }

    @BeforeEach
    void nobodyIsAway() {
        forget();
        day = LocalDate.now(clock).plusDays(10);
    }

    @AfterAll
    void leave() {
        forget();
        OWN.forEach(name -> admin.setActive(name, false));
    }

    private void forget() {
        for (String table : List.of("absence_deputy", "absence")) {
            database.update("DELETE FROM " + table + " WHERE absence_id IN"
                    + " (SELECT x.absence_id FROM (SELECT absence_id FROM absence WHERE username LIKE 'yasumi-%') x)");
        }
        database.update("DELETE FROM notice WHERE username LIKE 'yasumi-%'");
    }

    @Test
    void membersRegisterThemselvesWithADeputyForEachRole() {
        var absence = desk.register(
                plan("yasumi-a", day, day.plusDays(3), Map.of(CONSULTANT, "yasumi-b", SUPPORTER, "yasumi-c")),
                member("yasumi-a"));

        assertThat(absence.deputyFor(MAIN, "consultant")).contains("yasumi-b");
        assertThat(absence.deputyFor(MAIN, "employment-supporter")).contains("yasumi-c");
        assertThat(absences.coveredBy(member("yasumi-b"), day.plusDays(3)))
                .containsExactly(new Cover("yasumi-a", MAIN, "consultant"));
        assertThat(database.queryForObject(
                        "SELECT deputies FROM absence_period WHERE absence_id = ?", Integer.class, absence.absenceId()))
                .isEqualTo(2);
    }

    @Test
    void aDeputyIsToldOnceForEachChange() {
        var leader = member("yasumi-lead");
        var plan = plan("yasumi-a", day, day.plusDays(3), Map.of(CONSULTANT, "yasumi-b"));
        var absence = desk.register(plan, leader);
        var days = "（" + JapaneseDate.row(day) + "から" + JapaneseDate.row(day.plusDays(3)) + "まで）";
        assertThat(told("yasumi-b")).containsExactly("架空 yasumi-aさんの代理になりました" + days);
        absence = desk.change(absence, plan, leader);
        assertThat(told("yasumi-b")).as("nothing has changed").hasSize(1);
        absence = desk.change(absence, plan("yasumi-a", day, day.plusDays(1), Map.of(CONSULTANT, "yasumi-b")), leader);
        assertThat(told("yasumi-b")).hasSize(2).first().asString().contains("代理の日が変わりました");
        desk.cancel(absence, leader);
        assertThat(told("yasumi-b")).hasSize(3).first().asString().contains("代理はなくなりました");
        assertThat(told("yasumi-a")).isEmpty();
    }

    private List<String> told(String username) {
        return box.page(member(username), false, null).notices().stream()
                .map(NoticeBox.Notice::sentence)
                .filter(sentence -> sentence.contains("代理"))
                .toList();
    }

    @Test
    void coverLastsFromTheFirstToTheLastDayAndNoLonger() {
        desk.register(plan("yasumi-a", day, day.plusDays(1), Map.of(CONSULTANT, "yasumi-b")), member("yasumi-a"));
        var deputy = member("yasumi-b");

        assertThat(absences.coveredBy(deputy, day.minusDays(1))).isEmpty();
        assertThat(absences.coveredBy(deputy, day)).hasSize(1);
        assertThat(absences.coveredBy(deputy, day.plusDays(1))).hasSize(1);
        assertThat(absences.coveredBy(deputy, day.plusDays(2))).isEmpty();
        assertThat(absences.coveredBy(member("yasumi-c"), day)).isEmpty();
    }

    @Test
    void theWorkOfADeputysDeputyStaysWhereItIs() {
        desk.register(plan("yasumi-a", day, day, Map.of(CONSULTANT, "yasumi-b")), member("yasumi-a"));
        desk.register(plan("yasumi-b", day, day, Map.of(CONSULTANT, "yasumi-lead")), member("yasumi-b"));

        assertThat(absences.coveredBy(member("yasumi-lead"), day))
                .containsExactly(new Cover("yasumi-b", MAIN, "consultant"));
    }

    @Test
    void whoLosesTheRoleStandsInNoLonger() {
        desk.register(plan("yasumi-a", day, day, Map.of(SUPPORTER, "yasumi-c")), member("yasumi-a"));
        assertThat(absences.coveredBy(member("yasumi-c"), day)).hasSize(1);
        admin.removeRole("yasumi-c", MAIN, "employment-supporter");
        try {
            assertThat(absences.coveredBy(member("yasumi-c"), day)).isEmpty();
        } finally {
            admin.grantRole("yasumi-c", MAIN, "employment-supporter");
        }
    }

    @Test
    void twoAbsencesOfTheSameMemberDoNotOverlap() {
        var first = desk.register(plan("yasumi-a", day, day.plusDays(2), Map.of()), member("yasumi-a"));

        assertThat(refused(plan("yasumi-a", day.plusDays(2), day.plusDays(5), Map.of()), "yasumi-a"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("firstDay");
                    assertThat(problem.message()).contains("もう不在が入っています");
                });
        desk.register(plan("yasumi-a", day.plusDays(3), day.plusDays(5), Map.of()), member("yasumi-a"));
        assertThatThrownBy(
                        () -> desk.change(first, plan("yasumi-a", day, day.plusDays(3), Map.of()), member("yasumi-a")))
                .isInstanceOf(AbsenceRefused.class);
        desk.change(first, plan("yasumi-a", day.plusDays(1), day.plusDays(2), Map.of()), member("yasumi-a"));
    }

    @Test
    void ofTwoOverlappingRegistrationsAtOnceOneIsRefused() throws Exception {
        var together = Executors.newFixedThreadPool(2);
        var start = new CyclicBarrier(2);
        Callable<Boolean> register = () -> {
            start.await();
            try {
                desk.register(plan("yasumi-b", day, day, Map.of()), member("yasumi-b"));
                return true;
            } catch (AbsenceRefused refused) {
                return false;
            }
        };
        var done = new ArrayList<Boolean>();
        try {
            for (var result : together.invokeAll(List.of(register, register))) {
                done.add(result.get());
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void theDeputyHoldsTheSameRoleThereOrLeadsTheOffice() {
        for (String unfit : List.of("yasumi-c", "yasumi-north", "yasumi-else", "yasumi-a", "nobody")) {
            assertThat(refused(plan("yasumi-a", day, day, Map.of(CONSULTANT, unfit)), "yasumi-a"))
                    .as(unfit)
                    .extracting(Problem::field)
                    .containsExactly(AbsenceDesk.field(MAIN, "consultant"));
        }
        admin.setActive("yasumi-b", false);
        try {
            assertThat(refused(plan("yasumi-a", day, day, Map.of(CONSULTANT, "yasumi-b")), "yasumi-a"))
                    .hasSize(1);
        } finally {
            admin.setActive("yasumi-b", true);
        }
        desk.register(plan("yasumi-a", day, day, Map.of(CONSULTANT, "yasumi-lead")), member("yasumi-a"));
    }

    @Test
    void theDaysMakeSense() {
        var today = LocalDate.now(clock);
        assertThat(refused(plan("yasumi-a", day, day.minusDays(1), Map.of()), "yasumi-a"))
                .extracting(Problem::field)
                .containsExactly("lastDay");
        assertThat(refused(plan("yasumi-a", today.minusDays(3), today.minusDays(1), Map.of()), "yasumi-a"))
                .extracting(Problem::field)
                .containsExactly("lastDay");
        assertThat(refused(plan("yasumi-a", today.minusDays(40), today, Map.of()), "yasumi-a"))
                .extracting(Problem::field)
                .containsExactly("firstDay");
        assertThat(refused(plan("yasumi-a", day, day.plusYears(4), Map.of()), "yasumi-a"))
                .extracting(Problem::field)
                .containsExactly("lastDay");
    }

    @Test
    void leadersOfTheOfficeRegisterTheirPeopleAndNobodyElseDoes() {
        desk.register(plan("yasumi-a", day, day, Map.of()), member("yasumi-lead"));
        for (String foreign : List.of("yasumi-b", "yasumi-north", "yasumi-else")) {
            assertThatThrownBy(() -> desk.register(plan("yasumi-c", day, day, Map.of()), member(foreign)))
                    .as(foreign)
                    .isInstanceOf(NotHere.class);
        }
    }

    @Test
    void aChangeOnTopOfAnotherIsNoticed() {
        var seen = desk.register(plan("yasumi-a", day, day, Map.of()), member("yasumi-a"));
        desk.change(seen, plan("yasumi-a", day, day.plusDays(1), Map.of()), member("yasumi-lead"));

        assertThatThrownBy(() -> desk.change(seen, plan("yasumi-a", day, day, Map.of()), member("yasumi-a")))
                .isInstanceOfSatisfying(AbsenceRefused.class, refused -> assertThat(
                                refused.problems().get(0).message())
                        .contains("ほかの人が先に変えました"));
    }

    @Test
    void oneThatHasBegunEndsEarlyAndOneThatHasNotIsCancelled() {
        var today = LocalDate.now(clock);
        var begun = desk.register(
                plan("yasumi-a", today.minusDays(2), today.plusDays(5), Map.of(CONSULTANT, "yasumi-b")),
                member("yasumi-a"));
        assertThat(absences.coveredBy(member("yasumi-b"))).hasSize(1);
        assertThatThrownBy(() -> desk.cancel(begun, member("yasumi-a"))).isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> desk.end(begun, today.minusDays(1), member("yasumi-a")))
                .isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> desk.end(begun, today.plusDays(6), member("yasumi-a")))
                .isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> desk.change(
                        begun, plan("yasumi-a", today.minusDays(1), today.plusDays(5), Map.of()), member("yasumi-a")))
                .isInstanceOf(AbsenceRefused.class);

        var ended = desk.end(begun, today, member("yasumi-lead"));

        assertThat(ended.lastDay()).isEqualTo(today.minusDays(1));
        assertThat(absences.coveredBy(member("yasumi-b"))).isEmpty();
        assertThatThrownBy(() -> desk.change(
                        ended, plan("yasumi-a", begun.firstDay(), today.plusDays(5), Map.of()), member("yasumi-a")))
                .as("what is over stays as it was")
                .isInstanceOf(AbsenceRefused.class);

        var ahead = desk.register(plan("yasumi-a", day, day, Map.of(CONSULTANT, "yasumi-b")), member("yasumi-a"));
        assertThatThrownBy(() -> desk.end(ahead, day, member("yasumi-a"))).isInstanceOf(AbsenceRefused.class);
        desk.cancel(ahead, member("yasumi-a"));
        assertThat(absences.coveredBy(member("yasumi-b"), day)).isEmpty();
        assertThat(database.queryForList(
                        "SELECT last_day FROM absence_period WHERE username = 'yasumi-a'", LocalDate.class))
                .containsExactly(today.minusDays(1));
    }

    @Test
    void theApiTellsTheFieldAndKeepsStrangersOut() {
        var self = Visitor.signedIn(port, "yasumi-a");
        assertThat(post(self, "", "{\"kind\":\"flu\",\"firstDay\":\"11/31\",\"lastDay\":\"\"}"))
                .startsWith("400")
                .contains("\"field\":\"kind\"", "\"field\":\"firstDay\"", "\"field\":\"lastDay\"", "\"message\"");
        assertThat(post(
                        self,
                        "",
                        ("{\"kind\":\"leave\",\"firstDay\":\"%s\",\"lastDay\":\"%s\",\"deputies\":"
                                        + "[{\"office\":\"midorino-north\",\"role\":\"consultant\",\"username\":\"yasumi-north\"}]}")
                                .formatted(day, day)))
                .startsWith("400")
                .contains("\"field\":\"deputies\"");
        var created = post(
                self,
                "",
                ("{\"kind\":\"sick\",\"firstDay\":\"%s\",\"lastDay\":\"%s\",\"deputies\":"
                                + "[{\"office\":\"midorino-main\",\"role\":\"consultant\",\"username\":\"yasumi-b\"}]}")
                        .formatted(day, day));
        assertThat(created).startsWith("201").contains("\"state\":\"ahead\"", "\"kind\":\"sick\"");
        var id = created.replaceAll("(?s).*\"absenceId\":\"([^\"]+)\".*", "$1");

        assertThat(self.get("/api/v1/absences").body()).contains(id);
        assertThat(Visitor.signedIn(port, "yasumi-b").get("/api/v1/absences").body())
                .as("whoever stands in knows of it, but not why")
                .contains(id)
                .doesNotContain("sick");
        for (String stranger : List.of("yasumi-c", "yasumi-north", "yasumi-else")) {
            var visitor = Visitor.signedIn(port, stranger);
            assertThat(visitor.get("/api/v1/absences").body()).doesNotContain(id);
            assertThat(visitor.get("/absences/" + id).statusCode()).isEqualTo(404);
            assertThat(post(visitor, "/" + id + "/end", "{}")).startsWith("404");
            assertThat(post(visitor, "", "{\"username\":\"yasumi-a\",\"kind\":\"leave\"}"))
                    .startsWith("404");
            assertThat(visitor.get("/absences/new?username=yasumi-a").statusCode())
                    .isEqualTo(404);
        }
        var deputy = Visitor.signedIn(port, "yasumi-b");
        assertThat(deputy.get("/absences/" + id).body()).doesNotContain("病気", "日や代理を変える");
        assertThat(deputy.get("/absences/" + id + "/change").statusCode()).isEqualTo(404);
        assertThat(post(deputy, "/" + id + "/end", "{}")).startsWith("404");
        assertThat(post(self, "/" + id + "/end", "{}")).startsWith("200").contains("\"state\":\"cancelled\"");
    }

    private static String post(Visitor visitor, String path, String json) {
        var answer = visitor.call("POST", "/api/v1/absences" + path, json);
        return answer.statusCode() + " " + answer.body();
    }

    private List<Problem> refused(AbsencePlan plan, String by) {
        try {
            desk.register(plan, member(by));
        } catch (AbsenceRefused refused) {
            return refused.problems();
        }
        throw new AssertionError("was not refused: " + plan);
    }

    private static AbsencePlan plan(String username, LocalDate first, LocalDate last, Map<String, String> deputies) {
        return new AbsencePlan(username, AbsenceKind.LEAVE, first, last, deputies);
    }

    private Member member(String username) {
        return people.find(username).orElseThrow();
    }
}
