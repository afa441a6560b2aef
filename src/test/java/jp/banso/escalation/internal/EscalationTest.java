package jp.banso.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.banso.BansoTest;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsenceKind;
import jp.banso.absence.AbsencePlan;
import jp.banso.absence.AwayText;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.escalation.Escalated;
import jp.banso.escalation.Escalations;
import jp.banso.escalation.Level;
import jp.banso.escalation.Reminded;
import jp.banso.escalation.Reminders;
import jp.banso.notice.NoticeBox;
import jp.banso.notice.NoticeBox.Notice;
import jp.banso.people.Visitor;
import jp.banso.processengine.EngineClock;
import jp.banso.worklist.WorkItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Steps that come near their due date or pass it, told level by level (domain/processes.md F-4 reminders). */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationTest {

    @LocalServerPort
    int port;

    @Autowired
    Quarter office;

    @Autowired
    EscalationRound round;

    @Autowired
    Escalations escalations;

    @Autowired
    Reminders reminders;

    @Autowired
    AbsenceDesk absences;

    @Autowired
    NoticeBox box;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    EngineClock time;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private final List<WorkItem> spare = new ArrayList<>();
    private final List<WorkItem> used = new ArrayList<>();

    /** Steps that were there yesterday: whoever makes a step today knows when it is due. */
    @BeforeAll
    void begin() {
        office.opens();
        for (int each = 0; each < 24; each++) {
            WorkItem step = office.heldStep();
            office.isNotDue(step);
            spare.add(step);
        }
        passesTo(calendar.nextOpen(today().plusDays(1), Quarter.OFFICE));
    }

    @AfterAll
    void end() {
        office.closes();
        database.update("DELETE FROM notice WHERE username LIKE 'ensen-%'");
    }

    @BeforeEach
    void forgetWhatWasTold() {
        used.forEach(office::ends);
        used.clear();
        passesTo(calendar.nextOpen(today(), Quarter.OFFICE)); // counted from a closed day, a step is a day less late
        database.update("DELETE FROM notice WHERE username LIKE 'ensen-%'");
    }

    @Test
    void eachLevelIsToldOnceToWhomItConcernsAlsoOverAClosedDay() {
        WorkItem step = aStep();
        LocalDate due = working(today(), 5);
        LocalDate closed = working(due, 2);
        calendar.closeOffice(Quarter.OFFICE, closed, "設備の点検");
        office.isDue(step, due);

        passesTo(working(due, -4));
        assertThat(told(Quarter.WORKER)).isEmpty();
        passesTo(working(due, -3));
        assertThat(told(Quarter.WORKER))
                .containsExactly("「" + step.name() + "」（" + step.caseNo() + "）の期限が近づいています（" + row(due) + "）");
        passesTo(working(due, -1));
        assertThat(told(Quarter.WORKER)).hasSize(1);
        passesTo(due);
        assertThat(told(Quarter.WORKER)).hasSize(2).first().asString().endsWith("の期限は今日です");

        passesTo(closed.plusDays(1));
        assertThat(told(Quarter.CHIEF)).as("the closed day does not count").isEmpty();
        passesTo(working(due, 3));
        assertThat(told(Quarter.CHIEF)).singleElement().asString().contains("が期限を3営業日すぎています。担当は沿線 実さんです");
        assertThat(told(Quarter.MANAGER)).isEmpty();
        passesTo(working(due, 9));
        assertThat(told(Quarter.MANAGER)).isEmpty();
        passesTo(working(due, 10));
        assertThat(told(Quarter.MANAGER)).singleElement().asString().contains("期限を10営業日すぎています");
        passesTo(working(due, 13));

        assertThat(told(Quarter.WORKER)).hasSize(2);
        assertThat(told(Quarter.CHIEF)).hasSize(1);
        assertThat(told(Quarter.MANAGER)).hasSize(1);
        assertThat(escalations.of(step.taskId()))
                .extracting(Escalations.Reached::level)
                .containsExactly(Level.values());
        assertThat(escalations.of(step.taskId()))
                .extracting(reached -> reached.at().toLocalDate())
                .containsExactly(working(due, -3), due, working(due, 3), working(due, 10));
        calendar.reopen(Quarter.OFFICE, closed);
    }

    @Test
    void anotherDueDateBeginsAgain() {
        WorkItem step = aStep();
        office.isDue(step, today());
        makes();
        office.isDue(step, working(today(), -3));
        makes();
        assertThat(told(Quarter.WORKER)).hasSize(1);
        assertThat(told(Quarter.CHIEF)).hasSize(1);

        office.isDue(step, working(today(), 3));
        makes();
        makes();
        assertThat(told(Quarter.WORKER)).hasSize(2).first().asString().contains("近づいています");
        assertThat(escalations.of(step.taskId())).singleElement().matches(reached -> reached.level() == Level.BEFORE);
    }

    @Test
    void afterAStandstillOnlyTheHighestLevelIsTold() {
        WorkItem step = aStep();
        office.isDue(step, working(today(), -12));
        makes();

        assertThat(told(Quarter.MANAGER)).hasSize(1);
        assertThat(told(Quarter.CHIEF)).isEmpty();
        assertThat(told(Quarter.WORKER)).isEmpty();
        assertThat(escalations.of(step.taskId())).hasSize(4);
    }

    @Test
    void manyAtATimeAreSummedUpInOneNotice() {
        for (int each = 0; each < 4; each++) {
            office.isDue(aStep(), working(today(), -3));
        }
        makes();

        Notice only = notices(Quarter.CHIEF).get(0);
        assertThat(told(Quarter.CHIEF)).containsExactly("期限を3営業日すぎたやることが4件あります");
        assertThat(only.href()).isEqualTo("/worklist?view=overdue");
        makes();
        assertThat(told(Quarter.CHIEF)).hasSize(1);
    }

    @Test
    void aStepThatNobodyHoldsIsToldOnceToWhoLeadsTheQueue() {
        WorkItem step = aStep();
        office.isHeldByNobody(step);
        office.isDue(step, working(today(), 2));
        makes();
        assertThat(told(Quarter.CHIEF)).singleElement().asString().contains("の担当がまだいません");
        passesTo(working(today(), 2));

        assertThat(told(Quarter.CHIEF)).hasSize(1);
        assertThat(told(Quarter.WORKER)).isEmpty();
        assertThat(told(Quarter.MANAGER)).isEmpty();
    }

    @Test
    void aStepThatWaitsForAnAnswerIsToldOnlyOnceItIsLate() {
        WorkItem step = aStep();
        office.waits(step, today().plusDays(60).atTime(8, 30));
        office.isDue(step, today());
        makes();
        assertThat(told(Quarter.WORKER)).isEmpty();
        passesTo(working(today(), 3));
        assertThat(told(Quarter.CHIEF)).hasSize(1);
    }

    @Test
    void aStepOfTodayTellsNobodyThatItIsDueToday() {
        WorkItem step = office.heldStep();
        used.add(step);
        office.isDue(step, today());
        makes();
        assertThat(told(Quarter.WORKER)).isEmpty();
        assertThat(escalations.of(step.taskId())).hasSize(2);
    }

    @RepeatedTest(3)
    void twoNodesAtOnceTellOnce() throws Exception {
        WorkItem step = aStep();
        office.isDue(step, working(today(), -3));
        var together = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        LocalDateTime now = LocalDateTime.now(clock);
        Callable<Void> node = () -> {
            start.await();
            round.make(now);
            return null;
        };
        for (Future<Void> done : together.invokeAll(List.of(node, node))) {
            done.get();
        }
        together.shutdown();
        assertThat(escalations.of(step.taskId())).hasSize(3);
        assertThat(told(Quarter.CHIEF)).hasSize(1);
    }

    @Test
    void helpIsAskedForByHandLevelByLevel() {
        WorkItem step = aStep();
        office.isDue(step, working(today(), 20));
        var coordinator = office.member(Quarter.MANAGER);
        assertThat(escalations.escalateNow(step.taskId(), office.member(Quarter.WORKER)))
                .isInstanceOf(Escalated.NotThere.class);

        assertThat(escalations.escalateNow(step.taskId(), coordinator))
                .isEqualTo(new Escalated.Raised(Level.LATE, List.of("沿線 主")));
        assertThat(told(Quarter.CHIEF))
                .singleElement()
                .asString()
                .startsWith("沿線 管さんからの相談：「")
                .doesNotContain("秘密");
        assertThat(escalations.escalateNow(step.taskId(), coordinator)).isInstanceOf(Escalated.NobodyLeft.class);
        assertThat(escalations.escalateNow(step.taskId(), office.member(Quarter.CHIEF)))
                .isEqualTo(new Escalated.Raised(Level.VERY_LATE, List.of("沿線 管")));
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'task.escalate' AND case_no = ?",
                        Integer.class,
                        step.caseNo()))
                .isEqualTo(2);
        makes();
        assertThat(told(Quarter.CHIEF)).hasSize(1);
    }

    @Test
    void aReminderComesOnceADayWithItsNote() {
        WorkItem step = aStep();
        var chief = office.member(Quarter.CHIEF);
        assertThat(reminders.remind(step.taskId(), chief, " 電話はつながりましたか ")).isEqualTo(new Reminded.Told("沿線 実", ""));
        assertThat(reminders.remind(step.taskId(), chief, "もう一度")).isEqualTo(new Reminded.ToldToday("沿線 実", ""));
        assertThat(reminders.remind(step.taskId(), office.member(Quarter.MANAGER), ""))
                .isEqualTo(new Reminded.Told("沿線 実", ""));
        assertThat(reminders.remind(step.taskId(), office.member(Quarter.WORKER), ""))
                .isInstanceOf(Reminded.NotThere.class);
        assertThat(reminders.remind(step.taskId(), chief, "あ".repeat(201))).isInstanceOf(Reminded.TooLong.class);
        assertThat(notices(Quarter.WORKER)).extracting(Notice::note).containsExactlyInAnyOrder("電話はつながりましたか", null);
        passesTo(today().plusDays(1));
        assertThat(reminders.remind(step.taskId(), chief, "")).isEqualTo(new Reminded.Told("沿線 実", ""));
    }

    @Test
    void whileADeputyCoversAStepTheDeputyIsToldAndNotWhoIsAway() {
        WorkItem step = aStep();
        Absence absence = away(Map.of(AbsencePlan.post(Quarter.OFFICE, "consultant"), Quarter.DEPUTY));
        assertThat(told(Quarter.DEPUTY)).singleElement().asString().startsWith("沿線 実さんの代理になりました（");
        var chief = office.member(Quarter.CHIEF);
        assertThat(reminders.remind(step.taskId(), chief, "").sentence()).isEqualTo("沿線 代さん（沿線 実さんの代理）に声をかけました");
        assertThat(reminders.remind(step.taskId(), office.member(Quarter.DEPUTY), ""))
                .isInstanceOf(Reminded.NotThere.class);
        office.isDue(step, today());
        makes();

        assertThat(told(Quarter.WORKER)).isEmpty();
        assertThat(told(Quarter.DEPUTY)).hasSize(3).anyMatch(each -> each.endsWith("の期限は今日です（沿線 実さんの代理）"));

        absences.end(absence, today(), office.member(Quarter.WORKER));
        assertThat(told(Quarter.DEPUTY)).hasSize(4).anyMatch(each -> each.startsWith("沿線 実さんの代理はなくなりました"));
        assertThat(reminders.remind(step.taskId(), chief, "").sentence()).isEqualTo("沿線 実さんに声をかけました");
    }

    @Test
    void whoIsAwayWithNobodyStandingInIsToldAndTheSenderLearnsIt() {
        WorkItem step = aStep();
        Absence absence = away(Map.of());
        assertThat(reminders
                        .remind(step.taskId(), office.member(Quarter.CHIEF), "")
                        .sentence())
                .isEqualTo("沿線 実さん" + AwayText.beside(today().plusDays(5)) + "に声をかけました");
        absences.end(absence, today(), office.member(Quarter.WORKER));
    }

    @Test
    void everyLevelThatWasToldStandsOnTheStep() {
        WorkItem step = aStep();
        office.isDue(step, working(today(), -3));
        makes();
        String chief = "主任に知らせました（" + row(today()) + "）";
        passesTo(working(today(), 7));
        assertThat(escalations.notes(List.of(step.taskId()), "midorino").get(step.taskId()))
                .startsWith(chief + "、")
                .endsWith("に知らせました（" + row(today()) + "）");
        assertThat(escalations.lastNotes(List.of(step.taskId()), "midorino").get(step.taskId()))
                .as("a row has room for one")
                .doesNotContain(chief)
                .endsWith("に知らせました（" + row(today()) + "）");
    }

    private Absence away(Map<String, String> deputies) {
        return absences.register(
                new AbsencePlan(Quarter.WORKER, AbsenceKind.SICK, today(), today().plusDays(5), deputies),
                office.member(Quarter.WORKER));
    }

    @Test
    void thePageAndTheQueueSayWhoWasTold() {
        WorkItem step = aStep();
        office.isDue(step, working(today(), -3));
        makes();
        String note = "主任に知らせました（" + row(today()) + "）";
        var worker = Visitor.signedIn(port, Quarter.WORKER);
        assertThat(worker.get("/tasks/" + step.taskId()).body()).contains(note);
        assertThat(worker.get("/worklist?view=overdue").body()).contains(note);
    }

    private WorkItem aStep() {
        used.add(spare.remove(0));
        return used.get(used.size() - 1);
    }

    private void makes() {
        round.make(LocalDateTime.now(clock));
    }

    private List<Notice> notices(String username) {
        return box.page(office.member(username), false, null).notices();
    }

    private List<String> told(String username) {
        return notices(username).stream().map(Notice::sentence).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate working(LocalDate day, int days) {
        return calendar.plusWorkingDays(day, days, Quarter.OFFICE);
    }

    private void passesTo(LocalDate day) {
        if (day.isAfter(today())) {
            time.advanceTo(day.atTime(9, 0));
        }
    }

    private static String row(LocalDate day) {
        return JapaneseDate.row(day);
    }
}
