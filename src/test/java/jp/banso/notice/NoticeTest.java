package jp.banso.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.banso.BansoTest;
import jp.banso.calendar.Rounds;
import jp.banso.notice.NoticeBox.Notice;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a member is told: once, for this member only, and as it is wanted. */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeTest {

    private static final String READER = "shirase-yomu";
    private static final String OTHER = "shirase-hoka";

    @LocalServerPort
    int port;

    @Autowired
    Notices notices;

    @Autowired
    NoticeBox box;

    @Autowired
    Preferences preferences;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    ObjectProvider<Rounds> rounds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private final ExecutorService together = Executors.newFixedThreadPool(2);

    @BeforeAll
    void join() {
        for (String name : List.of(READER, OTHER)) {
            if (people.find(name).isEmpty()) {
                admin.createUser(name, "架空 " + name, "midorino", name);
            }
            admin.setActive(name, true);
            admin.grantRole(name, "midorino-main", "chief-consultant");
        }
    }

    @AfterEach
    void forget() {
        for (String table : List.of("notice", "notice_muted", "notice_preference")) {
            database.update("DELETE FROM " + table + " WHERE username LIKE 'shirase-%'");
        }
    }

    @AfterAll
    void leave() {
        together.shutdown();
        List.of(READER, OTHER).forEach(name -> admin.setActive(name, false));
    }

    @Test
    void theSameEventIsToldOnceToEachAndTheCallersWorkGoesOn() {
        transaction.executeWithoutResult(work -> {
            assertThat(tell(READER, "a")).isTrue();
            assertThat(tell(READER, "a")).isFalse();
            assertThat(tell(OTHER, "a")).isTrue();
            assertThat(tell(READER, "b")).isTrue();
        });
        assertThat(notices.unread(READER)).isEqualTo(2);
        assertThat(notices.unread(OTHER)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void twoNodesThatSeeTheSameEventTellItOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            start.await();
            return transaction.execute(work -> tell(READER, "race") && tell(READER, "race-after"));
        };
        int told = 0;
        for (Future<Boolean> each : together.invokeAll(List.of(node, node))) {
            told += Boolean.TRUE.equals(each.get()) ? 1 : 0;
        }
        assertThat(told).isEqualTo(1);
        assertThat(box.page(reader(), false, null).notices()).hasSize(2);
    }

    /** The other one has told it, but not yet committed, when this one looks: only the unique index knows. */
    @Test
    void aDuplicateThatOnlyTheIndexKnowsDoesNotSpoilTheTransaction() throws Exception {
        // keys that nobody has deleted before: marks of deleted ones would make the second wait for the first
        String race = UUID.randomUUID().toString();
        String mine = UUID.randomUUID().toString();
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch looking = new CountDownLatch(1);
        Future<?> first = together.submit(() -> transaction.executeWithoutResult(work -> {
            tell(READER, race);
            told.countDown();
            await(looking);
        }));
        told.await();
        Future<Boolean> second = together.submit(() -> transaction.execute(work -> {
            tell(READER, mine);
            looking.countDown();
            boolean again = tell(READER, race);
            tell(READER, mine + "-too");
            return again;
        }));
        first.get(1, TimeUnit.MINUTES);
        assertThat(second.get(1, TimeUnit.MINUTES)).isFalse();
        assertThat(box.page(reader(), false, null).notices()).hasSize(3);
    }

    @Test
    void aNoticeLeadsToAPageOfTheProduct() {
        for (String href :
                List.of("https://example.jp/", "//example.jp/", "/\\example.jp", "worklist", "", "/a b", "/\r\nX: y")) {
            assertThatThrownBy(() -> new NewNotice(READER, "reminder", "架空", href, "x"))
                    .as(href)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void openingOneMarksItAsReadAndGoesWhereItLeads() {
        tell(READER, "a");
        tell(READER, "b");
        Visitor reader = Visitor.signedIn(port, READER);
        String id = box.page(reader(), true, null).notices().get(0).noticeId();

        var answer = reader.post("/notices/" + id + "/open");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/worklist?view=mine");
        assertThat(notices.unread(READER)).isEqualTo(1);
        assertThat(reader.get("/notices").body()).contains("aria-label=\"知らせ 1件\"");
        assertThat(Visitor.signedIn(port, OTHER)
                        .post("/notices/" + id + "/open")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void allAreReadThatHadComeWhenThePageWasOpened() {
        tell(READER, "a");
        LocalDateTime seen = box.page(reader(), true, null).notices().get(0).createdAt();
        database.update("UPDATE notice SET created_at = ? WHERE dedupe_key = 'a'", seen.minusMinutes(5));
        tell(READER, "later");
        Visitor.signedIn(port, READER)
                .post("/notices/read-all", "upTo", seen.minusMinutes(1).toString());
        assertThat(notices.unread(READER)).isEqualTo(1);
    }

    @Test
    void manyComeInPages() {
        for (int each = 0; each < NoticeBox.PAGE + 5; each++) {
            tell(READER, "n" + each);
        }
        NoticeBox.Page first = box.page(reader(), false, null);
        NoticeBox.Page second = box.page(reader(), false, first.next());
        assertThat(first.notices()).hasSize(NoticeBox.PAGE);
        assertThat(second.notices()).hasSize(5).doesNotContainAnyElementsOf(first.notices());
        assertThat(second.next()).isNull();
        Visitor visitor = Visitor.signedIn(port, READER);
        assertThat(visitor.get("/notices").body()).contains("つづきを見る");
        assertThat(visitor.get("/notices?cursor=nonsense").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/api/v1/notices?unreadOnly=true").body()).contains("\"unread\":55");
    }

    @Test
    void aKindThatIsNotWantedIsNotToldUnlessItMust() {
        preferences.keep(Preference.first(READER), Set.of("unclaimed", "escalation"));
        assertThat(notices.tell(new NewNotice(READER, "unclaimed", "架空", "/worklist", "u")))
                .isFalse();
        assertThat(notices.tell(new NewNotice(READER, "escalation", "架空", "/worklist", "e")))
                .isTrue();
        assertThat(preferences.muted(READER)).containsExactly("unclaimed");
    }

    @Test
    void preferencesAreCheckedAndNothingTypedIsLost() {
        Visitor visitor = Visitor.signedIn(port, READER);
        var refused = visitor.post(
                "/notices/settings", "email", "だれか@", "dailyMail", "true", "quietFrom", "よる", "quietTo", "7時");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("メールアドレスの形になっていません", "時刻は 19:00 のように", "value=\"だれか@\"", "value=\"よる\"");
        assertThat(visitor.post("/notices/settings", "dailyMail", "true", "quietFrom", "19:00", "quietTo", "7:00")
                        .body())
                .contains("メールを受け取るには、メールアドレスを書いてください");
        assertThat(preferences.of(READER)).isEqualTo(Preference.first(READER));

        var kept = visitor.post(
                "/notices/settings",
                "email",
                " ｙｏｍｕ@city.example.jp ",
                "dailyMail",
                "true",
                "weeklyMail",
                "true",
                "quietFrom",
                "１８：３０",
                "quietTo",
                "8時",
                "shown",
                "unclaimed");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(preferences.of(READER))
                .isEqualTo(new Preference(
                        READER, "yomu@city.example.jp", true, true, LocalTime.of(18, 30), LocalTime.of(8, 0)));
        assertThat(preferences.muted(READER)).containsExactlyInAnyOrder("assigned", "handover");
    }

    @Test
    void whatWasReadThreeMonthsAgoGoesAndWhatNobodyReadStays() {
        LocalDateTime now = LocalDateTime.now(clock);
        List.of("old", "recent", "unread").forEach(key -> tell(READER, key));
        database.update("UPDATE notice SET read_at = ? WHERE dedupe_key = 'old'", now.minusDays(91));
        database.update("UPDATE notice SET read_at = ? WHERE dedupe_key = 'recent'", now.minusDays(89));
        database.update("UPDATE notice SET created_at = ? WHERE dedupe_key = 'unread'", now.minusDays(200));
        clearsAway(now);
        assertThat(box.page(reader(), false, null).notices())
                .extracting(Notice::read)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void theNextMorningWhatLeadsToAStepThatIsOverCountsAsRead() {
        notices.tell(new NewNotice(READER, "reminder", "架空", "/tasks/none", "over"));
        tell(READER, "list");
        clearsAway(LocalDateTime.now(clock).plusDays(1));
        assertThat(box.page(reader(), true, null).notices())
                .extracting(Notice::href)
                .containsExactly("/worklist?view=mine");
    }

    private void clearsAway(LocalDateTime now) {
        rounds.orderedStream()
                .filter(round -> round.getClass().getSimpleName().startsWith("OldNotices"))
                .forEach(round -> round.make(now));
    }

    private boolean tell(String username, String key) {
        return notices.tell(new NewNotice(username, "reminder", "架空の知らせです", "/worklist?view=mine", key));
    }

    private Member reader() {
        return people.find(READER).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
