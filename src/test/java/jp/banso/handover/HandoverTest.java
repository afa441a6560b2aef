package jp.banso.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jp.banso.BansoTest;
import jp.banso.audit.AuditTrail;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.Rounds;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.casefile.Notes;
import jp.banso.casefile.Timeline;
import jp.banso.handover.HandoverWorld.Place;
import jp.banso.notice.NoticeBox;
import jp.banso.people.NotHere;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@BansoTest
class HandoverTest {

    @Autowired
    private HandoverWorld world;

    @Autowired
    private Handovers handovers;

    @Autowired
    private FirstContacts contacts;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Notes notes;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Worklist worklist;

    @Autowired
    private List<Rounds> rounds;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private PeopleAdmin admin;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private NoticeBox box;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private Place place;
    private String leaving;
    private String first;
    private String second;

    @BeforeEach
    void anOffice() {
        place = world.place();
        leaving = place.user("saru", "猿渡 去", "consultant");
        first = place.user("ichi", "一色 受", "consultant");
        second = place.user("ni", "二宮 継", "consultant");
    }

    @AfterEach
    void leaveNothing() {
        place.closes();
    }

    @Test
    void whatThePreviewShowsIsWhatHappens() {
        place.quiet("先 持ち", first);
        place.quiet("先 持つ", first);
        var moving = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            moving.add(i % 2 == 0 ? place.busy("架空 歩" + i, leaving) : place.quiet("架空 歩" + i, leaving));
        }
        var draft = draft(SharingRule.BALANCE, first, second);
        var plan = handovers.plan(draft, place.leads());
        assertThat(plan.loads()).extracting(c -> c.before().cases()).containsExactly(2, 0);
        assertThat(plan.loads()).extracting(c -> c.after().cases()).containsExactly(4, 4);
        assertThat(plan.loads().stream().mapToInt(c -> c.after().steps()).sum()).isEqualTo(3);
        assertThat(plan.rows().stream().mapToInt(Plan.Row::steps).sum()).isEqualTo(3);
        assertThat(moving).allSatisfy(caseNo -> assertThat(world.owner(caseNo)).isEqualTo(leaving));

        confirm(draft);

        var planned = plan.rows().stream()
                .collect(Collectors.toMap(
                        row -> row.item().caseNo(), row -> row.item().receiver()));
        assertThat(planned).containsOnlyKeys(moving);
        assertThat(moving).allSatisfy(caseNo -> {
            assertThat(world.owner(caseNo)).isEqualTo(planned.get(caseNo));
            assertThat(world.holders(caseNo).values()).allMatch(planned.get(caseNo)::equals);
        });
        assertThat(handovers.plan(draft, place.leads()).loads())
                .extracting(Plan.Change::before)
                .isEqualTo(plan.loads().stream().map(Plan.Change::after).toList());
        assertThat(timelineOf(moving.get(0))).contains("主担当が変わった（異動の引継ぎ）");
        assertThat(audit.ofCase(HandoverWorld.CITY, moving.get(0), 20))
                .anyMatch(entry -> entry.action().equals("handover.moved") && place.leader.equals(entry.username()));
        assertThat(worklist.ofCase(moving.get(0)))
                .allMatch(item -> planned.get(moving.get(0)).equals(item.owner()));
    }

    @Test
    void aChoiceByHandStandsAndOnlyFittingReceiversAreTaken() {
        var one = place.quiet("架空 手", leaving);
        var supporter = place.user("shu", "就労 助", "employment-supporter");
        assertThatThrownBy(() -> draft(SharingRule.BALANCE, supporter))
                .isInstanceOf(HandoverRefused.class)
                .hasMessageContaining("役割が違うため");
        assertThatThrownBy(() -> draft(SharingRule.ONE, first, second)).hasMessageContaining("一人だけ");
        assertThatThrownBy(() -> draft(SharingRule.BALANCE, leaving)).hasMessageContaining("異動する人は");
        assertThatThrownBy(() -> draft(SharingRule.BALANCE, "soudan")).hasMessageContaining("同じ事業所の人ではありません");
        var draft = draft(SharingRule.BALANCE, first, second);
        var other = first.equals(handovers.items(draft).get(0).receiver()) ? second : first;

        assertThatThrownBy(() -> handovers.choose(draft, Map.of(one, supporter), place.leads()))
                .isInstanceOf(HandoverRefused.class);
        handovers.choose(draft, Map.of(one, other), place.leads());
        confirm(draft);

        assertThat(world.owner(one)).isEqualTo(other);
    }

    @Test
    void stepsThatDoNotFitGoBackToTheirQueueAndStepsOfOthersAreOfferedToo() {
        admin.grantRole(leaving, place.officeId, "chief-consultant");
        var led = place.quiet("架空 役", leaving);
        place.start(led, "assessment-triage");
        var others = place.busy("架空 他", second);
        worklist.assign(world.step(others, "intakeAssessment").taskId(), leaving, place.leads());
        var draft = draft(SharingRule.ONE, first);
        assertThat(handovers.plan(draft, place.leads()).rows())
                .extracting(row -> row.item().caseNo() + " " + row.item().kind() + " " + row.steps())
                .containsExactlyInAnyOrder(led + " lead 1", others + " steps 1");

        admin.removeRole(first, place.officeId, "consultant");
        admin.grantRole(first, place.officeId, "inspector");
        admin.grantRole(leaving, place.officeId, "inspector");
        confirm(draft);

        assertThat(world.owner(led)).isEqualTo(first);
        assertThat(world.owner(others)).isEqualTo(second);
        assertThat(world.holders(led)).containsEntry("intakeAssessment", null);
        assertThat(world.holders(others)).containsEntry("intakeAssessment", null);
        assertThat(item(draft, led).reason()).contains("役割の列にもどしました");
    }

    @Test
    void whatNobodyMayTakeIsNamedWithTheReason() {
        var assessed = place.busy("架空 誰も", second);
        worklist.assign(world.step(assessed, "intakeAssessment").taskId(), leaving, place.leads());
        var reception = place.user("uke", "受付 人", "reception");
        admin.grantRole(leaving, place.officeId, "reception");
        var led = place.quiet("架空 主", leaving);
        var draft = draft(SharingRule.ONE, reception);

        assertThat(handovers.plan(draft, place.leads()).problems())
                .extracting(row -> row.item().caseNo(), Plan.Row::problem)
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row.toList().toString()).contains(led, "主担当になれる役割"),
                        row -> assertThat(row.toList().toString()).contains(assessed, "この手順は相談支援員がします"));
        confirm(draft);

        assertThat(world.owner(led)).isEqualTo(leaving);
        assertThat(item(draft, led).state()).isEqualTo("refused");
        assertThat(item(draft, led).reason()).contains("引き受けられる人がいません");
        assertThat(world.holders(assessed)).containsEntry("intakeAssessment", null);
    }

    @Test
    void itWaitsForTheMorningOfItsDayAndIsCarriedOutExactlyOnce() {
        var one = place.busy("架空 朝", leaving);
        var closed = place.quiet("架空 終", leaving);
        var taken = place.quiet("架空 先", leaving);
        var day = world.today().plusDays(3);
        var draft = handovers.draft(place.wanted(leaving, day, SharingRule.ONE, first), place.leads());
        confirm(draft);
        assertThat(state(draft)).isEqualTo("planned");

        world.passes(2);
        assertThat(world.owner(one)).isEqualTo(leaving);
        cases.close(closed, world.today(), "moved");
        cases.setOwner(taken, second);
        var late = place.quiet("架空 あと", leaving);
        rounds.forEach(round -> round.make(day.atTime(6, 59)));
        assertThat(state(draft)).isEqualTo("planned");

        world.passes(1);
        assertThat(state(draft)).isEqualTo("done");
        assertThat(world.owner(one)).isEqualTo(first);
        assertThat(world.owner(late)).isEqualTo(first);
        assertThat(world.owner(taken)).isEqualTo(second);
        assertThat(item(draft, closed).reason()).isEqualTo("終結しています。");
        assertThat(item(draft, taken).reason()).contains("二宮 継さんに変わっています");

        cases.setOwner(one, second);
        rounds.forEach(round -> round.make(LocalDateTime.of(day, java.time.LocalTime.NOON)));
        assertThat(world.owner(one)).isEqualTo(second);
        assertThat(moves(one)).isEqualTo(1);
    }

    @Test
    void twoRoundsAtOnceMoveEachCaseOnce() {
        var moving = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            moving.add(place.busy("架空 二" + i, leaving));
        }
        var day = world.today().plusDays(1);
        var draft = handovers.draft(place.wanted(leaving, day, SharingRule.BALANCE, first, second), place.leads());
        confirm(draft);
        var round = rounds.stream()
                .filter(each -> each.getClass().getName().contains("Handover"))
                .findFirst()
                .orElseThrow();

        var both = List.of(1, 2).stream()
                .map(i -> CompletableFuture.runAsync(() -> round.make(day.atTime(8, 0))))
                .toList();
        both.forEach(CompletableFuture::join);

        assertThat(state(draft)).isEqualTo("done");
        assertThat(moving).allSatisfy(caseNo -> {
            assertThat(moves(caseNo)).isEqualTo(1);
            assertThat(world.owner(caseNo)).isIn(first, second);
        });
        assertThat(handovers.items(draft)).allMatch(item -> item.is("moved"));
    }

    @Test
    void afterAStopItGoesOnWithWhatIsLeft() {
        var done = place.quiet("架空 済", leaving);
        var left = place.quiet("架空 残", leaving);
        var draft = handovers.draft(
                place.wanted(leaving, world.today().plusDays(30), SharingRule.ONE, first), place.leads());
        jdbc.update("UPDATE handover SET status = 'running' WHERE handover_id = ?", draft.handoverId());
        jdbc.update(
                "UPDATE handover_item SET state = 'moved' WHERE handover_id = ? AND case_no = ?",
                draft.handoverId(),
                done);

        rounds.forEach(round -> round.make(world.today().atTime(12, 0)));

        assertThat(state(draft)).isEqualTo("done");
        assertThat(world.owner(left)).isEqualTo(first);
        assertThat(world.owner(done)).as("moved before the stop, not again").isEqualTo(leaving);
    }

    @Test
    void undoBringsBackWhatNobodyTouchedAndNothingElse() {
        var untouched = place.busy("架空 戻", leaving);
        var written = place.quiet("架空 書", leaving);
        var claimed = place.busy("架空 進", leaving);
        var draft = draft(SharingRule.ONE, first);
        confirm(draft);
        contact(written, first, "phone");
        worklist.release(world.step(claimed, "intakeAssessment").taskId(), world.member(first));

        handovers.undo(current(draft), place.leads()).join();

        assertThat(world.owner(untouched)).isEqualTo(leaving);
        assertThat(world.holders(untouched)).containsEntry("intakeAssessment", leaving);
        assertThat(item(draft, untouched).state()).isEqualTo("undone");
        assertThat(world.owner(written)).isEqualTo(first);
        assertThat(item(draft, written).state()).isEqualTo("moved");
        assertThat(item(draft, written).reason()).contains("一色 受さんが、もう手をつけています");
        assertThat(world.owner(claimed)).isEqualTo(first);
        assertThat(item(draft, claimed).reason()).contains("手順が、そのあと進んでいます");
        assertThat(timelineOf(untouched)).contains("主担当をもどした（異動の引継ぎの取り消し）");
    }

    @Test
    void undoEndsAfterSevenDays() {
        var one = place.quiet("架空 八日", leaving);
        var draft = draft(SharingRule.ONE, first);
        confirm(draft);
        world.passes(8);

        assertThatThrownBy(() -> handovers.undo(current(draft), place.leads())).hasMessageContaining("7日のあいだ");
        assertThat(world.owner(one)).isEqualTo(first);
    }

    @Test
    void firstContactsAreTracked() {
        world.passes(1);
        var made = place.quiet("架空 連絡", leaving);
        var late = place.quiet("架空 遅れ", leaving);
        var never = place.quiet("架空 なし", leaving);
        var onward = place.quiet("架空 次", leaving);
        contact(made, first, "phone");
        var draft = draft(SharingRule.ONE, first);
        confirm(draft);
        var due = calendar.plusWorkingDays(world.today(), 10, place.officeId);
        assertThat(current(draft).contactBy()).isEqualTo(due);
        assertThat(missing()).as("what was written before does not count").hasSize(4);

        contact(never, leaving, "phone");
        contact(never, first, null);
        contact(never, first, "letter");
        contact(never, first, "mail");
        contact(never, first, "meeting");
        world.passes(1);
        contact(made, first, "phone");
        cases.setOwner(onward, second);
        var madeOn = world.today();
        world.passes((int) java.time.temporal.ChronoUnit.DAYS.between(world.today(), due) + 3);
        contact(late, first, "visit-in");

        var byCase = contacts.of(draft).stream().collect(Collectors.toMap(FirstContact::caseNo, c -> c));
        assertThat(byCase.get(made).madeOn()).isEqualTo(madeOn);
        assertThat(byCase.get(made).late(world.today())).isFalse();
        assertThat(byCase.get(late).late(world.today())).isTrue();
        assertThat(missing()).extracting(FirstContact::caseNo).containsExactly(never);
        assertThat(missing().get(0).late(world.today())).isTrue();
    }

    @Test
    void aStepCountsAsContactOnlyWithTheWayOneSpoke() {
        var spoken = place.quiet("架空 話", leaving);
        var written = place.quiet("架空 文", leaving);
        confirm(draft(SharingRule.ONE, first));
        for (var each : Map.of(spoken, "phone", written, "letter").entrySet()) {
            cases.addEvent(
                    "story",
                    new NewCaseEvent(
                            each.getKey(),
                            LocalDateTime.now(clock),
                            "step",
                            "jobConsult",
                            "求職の相談をした",
                            null,
                            List.of(),
                            first,
                            null,
                            false),
                    each.getValue());
        }
        cases.addEvent(new NewCaseEvent(
                written,
                LocalDateTime.now(clock),
                "step",
                "draftPlan",
                "プラン案を作った",
                null,
                List.of(),
                first,
                null,
                false));
        assertThat(missing()).extracting(FirstContact::caseNo).containsExactly(written);
    }

    @Test
    void thoseWhomItConcernsAreToldOnceAndTheDutyStandsOnTheCase() {
        var one = place.quiet("架空 知", leaving);
        place.quiet("架空 報", leaving);
        var others = place.busy("架空 段", second);
        worklist.assign(world.step(others, "intakeAssessment").taskId(), leaving, place.leads());
        var draft = draft(SharingRule.ONE, first);
        confirm(draft);
        var due = current(draft).contactBy();

        assertThat(told(first)).containsExactly("猿渡 去さんから2件のケースを引き継ぎました。最初の連絡を" + JapaneseDate.row(due) + "までに");
        assertThat(told(place.leader)).isEmpty();
        assertThat(Visitor.signedIn(port, first).get("/cases/" + one).body())
                .contains("異動で引き継いだケースです。" + JapaneseDate.row(due) + "までに本人と話します。");
        var leader = Visitor.signedIn(port, place.leader);
        assertThat(leader.get("/oversight").body()).contains("/handovers?contacts=missing", "最初の連絡がまだのもの 2件");
        assertThat(leader.get("/handovers?contacts=missing").body())
                .contains("架空 知", "架空 報", ">2</span></h2>")
                .doesNotContain("架空 段");
        assertThat(leader.get("/handovers/" + draft.handoverId()).body()).contains("から2件を引き継ぎました（ほかに手順だけ1件）");

        contact(one, first, "phone");
        world.passes((int) java.time.temporal.ChronoUnit.DAYS.between(world.today(), due) + 1);
        rounds.forEach(round -> round.make(LocalDateTime.now(clock)));
        rounds.forEach(round -> round.make(LocalDateTime.now(clock)));

        assertThat(told(place.leader)).containsExactly("猿渡 去さんからの引継ぎで、最初の連絡が期限を過ぎたケースが1件あります");
        assertThat(told(first)).hasSize(1);
        assertThat(Visitor.signedIn(port, first).get("/cases/" + one).body()).doesNotContain("異動で引き継いだケースです");
    }

    private List<String> told(String username) {
        return box.page(world.member(username), false, null).notices().stream()
                .filter(notice -> notice.kind().equals("handover"))
                .map(NoticeBox.Notice::sentence)
                .toList();
    }

    @Test
    void whoeverLeadsAnotherOfficeFindsNothing() {
        place.quiet("架空 壁", leaving);
        var draft = draft(SharingRule.ONE, first);
        var foreign = world.member("shunin");
        assertThat(handovers.find(draft.handoverId(), foreign)).isEmpty();
        assertThatThrownBy(() -> handovers.confirm(draft, foreign)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> handovers.draft(place.wanted(leaving, world.today(), SharingRule.ONE, first), foreign))
                .isInstanceOf(HandoverRefused.class);
        var visitor = Visitor.signedIn(port, "shunin");
        assertThat(visitor.get("/handovers/" + draft.handoverId()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/handovers").body()).doesNotContain(draft.handoverId());
        assertThat(Visitor.signedIn(port, first).get("/handovers/new").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, first)
                        .get("/handovers/" + draft.handoverId())
                        .statusCode())
                .as("nothing before it is decided")
                .isEqualTo(404);
    }

    @Test
    void aReceiverSeesTheOwnPartAndNoMore() {
        var mine = place.quiet("架空 私", leaving);
        var other = place.quiet("架空 彼", leaving);
        var draft = draft(SharingRule.BALANCE, first, second);
        handovers.choose(draft, Map.of(mine, first, other, second), place.leads());
        confirm(draft);
        var visitor = Visitor.signedIn(port, first);
        var path = "/handovers/" + draft.handoverId();

        assertThat(visitor.get("/handovers").body()).contains("猿渡 去");
        assertThat(visitor.get(path).body()).contains("架空 私").doesNotContain("架空 彼", "元に戻す");
        assertThat(visitor.get(path + "/briefs/" + mine + ".pdf").statusCode()).isEqualTo(200);
        assertThat(visitor.get(path + "/briefs/" + other + ".pdf").statusCode()).isEqualTo(404);
        assertThat(visitor.post(path + "/undo").statusCode()).isEqualTo(404);
    }

    @Test
    void badInputIsNamedAtTheFieldAndNothingTypedIsLost() {
        var visitor = Visitor.signedIn(port, place.leader);
        var answer = visitor.post(
                "/handovers/preview",
                "from",
                place.officeId + "/" + leaving,
                "effectiveOn",
                "令和9年2月30日",
                "contactDays",
                "すぐ",
                "rule",
                "balance");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("引き継ぐ日：", "最初の連絡までの日数を、数字で入れてください。", "value=\"令和9年2月30日\"", "value=\"すぐ\"");
        var past = visitor.post(
                "/handovers/preview",
                "from",
                place.officeId + "/" + leaving,
                "effectiveOn",
                world.today().minusDays(1).toString(),
                "contactDays",
                "10",
                "rule",
                "balance");
        assertThat(past.body()).contains("今日か、これからの日にしてください", "引き受ける人を選んでください");
    }

    @Test
    void theApiTellsTheResultOfEachItem() {
        var one = place.quiet("架空 機", leaving);
        var draft = draft(SharingRule.ONE, first);
        confirm(draft);
        assertThat(Visitor.signedIn(port, place.leader)
                        .get("/api/v1/handovers/" + draft.handoverId())
                        .body())
                .contains("\"caseNo\":\"" + one + "\"", "\"state\":\"moved\"", "\"contact\":\"due\"", first);
    }

    private Handover draft(SharingRule rule, String... receivers) {
        return handovers.draft(place.wanted(leaving, world.today(), rule, receivers), place.leads());
    }

    private void confirm(Handover draft) {
        handovers.confirm(draft, place.leads()).join();
    }

    private Handover current(Handover handover) {
        return handovers.find(handover.handoverId(), place.leads()).orElseThrow();
    }

    private String state(Handover handover) {
        return current(handover).status();
    }

    private HandoverItem item(Handover handover, String caseNo) {
        return handovers.item(handover, caseNo).orElseThrow();
    }

    private List<FirstContact> missing() {
        return contacts.missing(Set.of(place.officeId), world.today());
    }

    private void contact(String caseNo, String by, String method) {
        notes.write(
                cases.require(caseNo), new Notes.Note(null, method, null, "近況をきいた", null, "story"), world.member(by));
    }

    private List<String> timelineOf(String caseNo) {
        return timeline.page(cases.require(caseNo), place.leads(), null, false, null, 50).events().stream()
                .map(event -> event.title())
                .toList();
    }

    private long moves(String caseNo) {
        return timelineOf(caseNo).stream()
                .filter(title -> title.equals("主担当が変わった（異動の引継ぎ）"))
                .count();
    }
}
