package jp.banso.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.banso.BansoTest;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.escalation.internal.Quarter;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.notice.Preference;
import jp.banso.notice.Preferences;
import jp.banso.notice.internal.MailHouse.Mail;
import jp.banso.people.People;
import jp.banso.people.Visitor;
import jp.banso.worklist.WorkItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

/** Digests by mail, to a real mail server in another process. The product's own round has mail switched off. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestTest {

    private static final String WORKER = "w@ensen.example.jp";
    private static final String CHIEF = "c@ensen.example.jp";
    private static final LocalTime NIGHT = LocalTime.of(19, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final MailSettings ON = new MailSettings(true, "banso@city.example.jp", "https://banso.example.jp/");

    @LocalServerPort
    int port;

    @Autowired
    Quarter office;

    @Autowired
    DigestMapper mapper;

    @Autowired
    DigestFigures figures;

    @Autowired
    DigestRound asInstalled;

    @Autowired
    Preferences preferences;

    @Autowired
    Notices notices;

    @Autowired
    People people;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private MailHouse house;
    private LocalDate day;

    @BeforeAll
    void begin() throws Exception {
        house = new MailHouse();
        house.opens();
        office.opens();
        day = calendar.nextOpen(LocalDate.now(clock).plusDays(1), Quarter.OFFICE);
        while (beginsWeek(day)) {
            day = calendar.plusWorkingDays(day, 1, Quarter.OFFICE);
        }
        WorkItem late = office.heldStep();
        office.isDue(late, calendar.plusWorkingDays(day, -2, Quarter.OFFICE));
        office.isDue(office.heldStep(), day);
        office.isDue(office.heldStep(), day);
        notices.tell(new NewNotice(Quarter.WORKER, "reminder", "架空の知らせです", "/worklist", "digest-test"));
    }

    @AfterEach
    void forget() throws Exception {
        database.update("DELETE FROM digest_sent WHERE username LIKE 'ensen-%'");
        database.update("DELETE FROM notice_preference WHERE username LIKE 'ensen-%'");
        database.update("DELETE FROM weekly_count WHERE office_id = ?", Quarter.OFFICE);
        house.close();
        house.opens();
    }

    @AfterAll
    void end() {
        database.update("DELETE FROM notice WHERE username LIKE 'ensen-%'");
        office.closes();
        house.close();
    }

    @Test
    void oneMailOnAWorkingDayFromHalfPastSevenHoweverOftenTheRoundIsMade() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        var round = round(ON);
        round.make(day.atTime(7, 29));
        assertThat(house.of(WORKER)).isEmpty();
        for (int minute = 30; minute < 40; minute++) {
            round.make(day.atTime(7, minute));
            round(ON).make(day.atTime(7, minute));
        }
        Mail mail = only(WORKER);
        assertThat(mail.subject())
                .isEqualTo("【伴走】%d月%d日（%s）のやること"
                        .formatted(
                                day.getMonthValue(),
                                day.getDayOfMonth(),
                                "月火水木金".charAt(day.getDayOfWeek().getValue() - 1)));
        assertThat(mail.rawSubject()).startsWith("=?UTF-8?").matches("\\p{ASCII}+");
        assertThat(mail.text())
                .contains("今日まで　　　2件", "期限超過　　　1件", "未読の知らせ　1件")
                .contains("https://banso.example.jp/worklist?view=today\r\n", "https://banso.example.jp/notices\r\n");
        assertThat(mail.raw()).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void noMailOnAClosedDay() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        LocalDate saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        round(ON).make(saturday.atTime(9, 0));
        assertThat(house.of(WORKER)).isEmpty();
    }

    @Test
    void nothingOfTheDatabasesPeopleStandsInAMail() throws Exception {
        LocalDate first = firstOfWeek();
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        wants(Quarter.CHIEF, CHIEF, true, true, NIGHT, MORNING);
        round(ON).make(first.atTime(8, 0));
        String all = only(WORKER).text()
                + only(CHIEF).text()
                + only(WORKER).raw()
                + only(CHIEF).raw();
        List<String> personal = new ArrayList<>();
        for (String each : List.of(
                "name FROM person",
                "kana FROM person",
                "phone FROM person",
                "display_name FROM work_item",
                "kana FROM work_item")) {
            personal.addAll(database.queryForList("SELECT DISTINCT " + each, String.class));
        }
        personal.removeIf(text -> text == null || text.isBlank());
        personal.addAll(database.queryForList("SELECT DISTINCT case_no FROM support_case", String.class));
        assertThat(personal).contains("秘密 花子", "ひみつ はなこ");
        assertThat(personal).noneMatch(all::contains);
        assertThat(all).doesNotContain("秘密", "沿線 実", "沿線 主");
    }

    @Test
    void noMailInQuietHoursAndThenItComes() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, LocalTime.of(18, 0), LocalTime.of(10, 15));
        var round = round(ON);
        round.make(day.atTime(7, 30));
        round.make(day.atTime(10, 14));
        assertThat(house.of(WORKER)).isEmpty();
        round.make(day.atTime(10, 15));
        assertThat(house.of(WORKER)).hasSize(1);
    }

    @Test
    void nobodyWhoDidNotAskGetsMailAndNobodyAtAllWhileItIsOff() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        asInstalled.make(day.atTime(9, 0));
        assertThat(house.of(WORKER)).isEmpty();
        wants(Quarter.WORKER, WORKER, false, false, NIGHT, MORNING);
        round(ON).make(day.atTime(9, 0));
        assertThat(house.of(WORKER)).isEmpty();
        assertThat(database.queryForList("SELECT state FROM digest_sent WHERE username LIKE 'ensen-%'"))
                .isEmpty();
    }

    @Test
    void theWeeksFiguresComeOnItsFirstWorkingDayWithWhatHasChanged() throws Exception {
        LocalDate first = firstOfWeek();
        wants(Quarter.CHIEF, CHIEF, false, true, NIGHT, MORNING);
        database.update("INSERT INTO weekly_count VALUES (?, ?, 2, 5, 0)", Quarter.OFFICE, first.minusDays(7));
        var round = round(ON);
        round.make(first.atTime(8, 0));
        round.make(calendar.plusWorkingDays(first, 1, Quarter.OFFICE).atTime(8, 0));
        assertThat(only(CHIEF).text())
                .contains("沿線相談室の1週間", "進んでいるやること　3件（前の週より＋1件）", "期限超過　　　　　　3件（前の週より−2件）", "今週が期限　　　　　0件（前の週と同じ）")
                .doesNotContain("自分のやること");
    }

    @Test
    void aMailThatFailsIsTriedThreeTimesAndShownToAdministrators() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        house.close();
        LocalDate today = calendar.isOpen(LocalDate.now(clock), Quarter.OFFICE) ? LocalDate.now(clock) : day;
        var round = round(ON);
        for (int minute = 0; minute < 59; minute++) {
            round.make(today.atTime(9, minute));
        }
        assertThat(attempts()).isEqualTo(3);
        assertThat(Visitor.signedIn(port, "system").get("/duty").body())
                .contains("届かなかったメール", "沿線 実", "3回", "MailSendException")
                .doesNotContain(WORKER);
        house.opens();
        round.make(today.atTime(11, 0));
        assertThat(house.of(WORKER)).isEmpty();
    }

    @Test
    void aMailThatFailedOnceIsSentTheNextTime() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        house.close();
        round(ON).make(day.atTime(9, 0));
        house.opens();
        round(ON).make(day.atTime(9, 5));
        assertThat(house.of(WORKER)).isEmpty();
        round(ON).make(day.atTime(9, 10));
        round(ON).make(day.atTime(9, 30));
        assertThat(house.of(WORKER)).hasSize(1);
    }

    @Test
    void aServerThatDiesWhileSendingSendsNothingTwice() throws Exception {
        wants(Quarter.WORKER, WORKER, true, false, NIGHT, MORNING);
        var dying = new DigestMail(sender(), ON) {
            @Override
            void send(String address, String subject, String body, String key) {
                super.send(address, subject, body, key);
                throw new IllegalStateException("power cut");
            }
        };
        assertThatThrownBy(() -> round(ON, dying).make(day.atTime(8, 0))).hasMessage("power cut");
        round(ON).make(day.atTime(8, 1));
        round(ON).make(day.atTime(12, 0));
        assertThat(house.of(WORKER)).hasSize(1);
    }

    private Mail only(String address) throws Exception {
        List<Mail> mails = house.of(address);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private Integer attempts() {
        return database.queryForObject(
                "SELECT attempts FROM digest_sent WHERE username = ?", Integer.class, Quarter.WORKER);
    }

    private boolean beginsWeek(LocalDate date) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return calendar.nextOpen(monday, Quarter.OFFICE).equals(date);
    }

    private LocalDate firstOfWeek() {
        return calendar.nextOpen(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), Quarter.OFFICE);
    }

    private void wants(String username, String address, boolean daily, boolean weekly, LocalTime from, LocalTime to) {
        preferences.keep(new Preference(username, address, daily, weekly, from, to), Set.of());
    }

    private DigestRound round(MailSettings settings) {
        return round(settings, new DigestMail(sender(), settings));
    }

    private DigestRound round(MailSettings settings, DigestMail mail) {
        return new DigestRound(mapper, figures, mail, settings, people, calendar, transactions);
    }

    private ObjectProvider<JavaMailSender> sender() {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return house.sender();
            }
        };
    }
}
