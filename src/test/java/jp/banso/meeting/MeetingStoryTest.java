package jp.banso.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.Visitor;
import jp.banso.supportplan.SupportPlans;
import jp.banso.worklist.StepTaken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BansoTest
class MeetingStoryTest {

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Agendas agendas;

    @Autowired
    private SupportPlans plans;

    @LocalServerPort
    private int port;

    @Test
    void oneMeetingDecidesManyCasesAndEachGoesOn() {
        var approved = planned("三枝 理恵");
        var returned = planned("梶 健太郎");
        var held = planned("南雲 恵子");
        var meeting = planMeeting();
        assertThat(story.open(meeting.meetingId())).containsExactly("prepareAgenda");

        assertThatThrownBy(() -> meetings.confirm(meeting, Map.of(), story.member("shunin")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("議題と資料をそろえる");
        story.complete(meeting.meetingId(), "prepareAgenda", "jimu");

        decideOthers(meeting, approved, returned, held);
        decide(meeting, approved, "approved", null);
        decide(meeting, returned, "returned", null);
        assertThatThrownBy(() -> meetings.confirm(meeting, Map.of(), story.member("shunin")))
                .isInstanceOfSatisfying(StepRefused.class, e -> assertThat(e.errors())
                        .extracting("field")
                        .containsExactlyInAnyOrder("responsible-" + approved, "result-" + held));

        decide(meeting, approved, "approved", "soudan");
        decide(meeting, held, "held", null);
        meetings.confirm(meeting, Map.of("meetingSummary", "3件を話し合った"), story.member("shunin"));

        assertThat(story.open(approved)).containsExactly("supportDecision");
        assertThat(story.open(returned)).containsExactly("draftPlan");
        assertThat(story.open(held)).isEmpty();
        assertThat(agendas.waiting(story.member("shunin")))
                .extracting(AgendaItem::caseNo)
                .contains(held)
                .doesNotContain(approved);
        assertThatThrownBy(() -> decide(meeting, approved, "returned", null)).isInstanceOf(StepTaken.class);

        story.complete(approved, "supportDecision", "kacho", "supportDecision", "approved");
        assertThat(plans.current(approved).orElseThrow().decision()).isEqualTo("approved");
    }

    @Test
    void thePagesShowAgendaAndMinutesAndPartnersSeeNeither() {
        var caseNo = planned("百瀬 清");
        var meeting = planMeeting();
        var path = "/meetings/" + meeting.meetingId();
        var chief = Visitor.signedIn(port, "shunin");

        assertThat(chief.get("/meetings").body()).contains(meeting.title());
        assertThat(chief.get(path).body())
                .contains("百瀬 清さんの責任者")
                .contains("この会議を確定する")
                .contains("未定が")
                .contains("aria-disabled");
        var refused = chief.post(path + "/confirm", "chair", "堀内 さつき");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(chief.post(
                                path + "/items/" + caseNo,
                                "result",
                                "approved",
                                "responsible",
                                "soudan",
                                "until",
                                "R9.2.30")
                        .body())
                .contains("2月30日はありません");
        assertThat(chief.post(
                                path + "/items/" + caseNo,
                                "result",
                                "approved",
                                "responsible",
                                "soudan",
                                "until",
                                "R9.2.26")
                        .statusCode())
                .isEqualTo(302);
        assertThat(agendas.item(meeting.meetingId(), caseNo).orElseThrow().untilOn())
                .hasToString("2027-02-26");

        assertThat(Visitor.signedIn(port, "hoka").get(path).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "soudan2").get(path).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "npo").get(path).statusCode()).isEqualTo(404);

        assertThat(chief.call(
                                "POST",
                                "/api/v1" + path + "/items/" + caseNo,
                                "{\"result\":\"approved\",\"responsible\":\"hoka\"}")
                        .statusCode())
                .as("nobody from another municipality")
                .isEqualTo(400);

        story.complete(meeting.meetingId(), "prepareAgenda", "jimu");
        decideOthers(meeting, caseNo);
        var json = chief.call("POST", "/api/v1/meetings/" + meeting.meetingId() + "/confirm", "{}");
        assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
        assertThat(json.body()).contains("\"status\":\"confirmed\"");
        assertThat(chief.get(path).body()).contains("確定しました").doesNotContain("この会議を確定する");
        assertThat(chief.post(path + "/items/" + caseNo, "result", "held")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("shows the minutes instead")
                .endsWith(path);
        assertThat(chief.call("POST", "/api/v1" + path + "/items/" + caseNo, "{\"result\":\"held\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(story.open(caseNo)).containsExactly("supportDecision");
    }

    @Test
    void emergencySupportThatBeganBeforeIsReported() {
        var caseNo = planned("小此木 誠", "yes");
        var meeting = planMeeting();
        story.complete(meeting.meetingId(), "prepareAgenda", "jimu");
        decideOthers(meeting, caseNo);
        decide(meeting, caseNo, "approved", "soudan");
        meetings.confirm(meeting, Map.of(), story.member("shunin"));

        assertThat(story.open(caseNo)).containsExactlyInAnyOrder("supportDecision", "reportPreStart");
        story.complete(caseNo, "reportPreStart", "soudan");
        assertThat(story.open(caseNo)).containsExactly("supportDecision");
        assertThat(story.open(meeting.meetingId())).containsExactly("circulateMinutes");
    }

    @Test
    void aPlannedMeetingMovesWithTheDeadlinesOfItsSteps() {
        var meeting = planMeeting();
        var path = "/meetings/" + meeting.meetingId();
        var chief = Visitor.signedIn(port, "shunin");
        assertThat(chief.get(path + "/change").body()).contains("第3会議室");
        assertThat(chief.post(path + "/change", "heldOn", "R9.2.30", "startsAt", "10:00", "place", "", "kind", "extra")
                        .statusCode())
                .isEqualTo(422);
        assertThat(chief.post(
                                path + "/change",
                                "heldOn",
                                "2027-02-26",
                                "startsAt",
                                "10:30",
                                "place",
                                "第1会議室",
                                "kind",
                                "extra")
                        .statusCode())
                .isEqualTo(302);

        assertThat(chief.get(path).body()).contains("予定を変えました", "令和9年2月26日", "10:30", "第1会議室");
        assertThat(story.item(meeting.meetingId(), "prepareAgenda").dueAt().toLocalDate())
                .hasToString("2027-02-22");
        story.complete(meeting.meetingId(), "prepareAgenda", "jimu");
        assertThat(story.item(meeting.meetingId(), "holdMeeting").dueAt().toLocalDate())
                .hasToString("2027-02-26");

        assertThat(Visitor.signedIn(port, "soudan").get(path + "/change").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, "hoka").get(path + "/change").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUrgentMeetingIsAboutTheCaseItWasOpenedFor() {
        var caseNo = story.open("架空 緊子", "support-planning", Map.of());
        var chief = Visitor.signedIn(port, "shunin");
        var page = chief.get("/meetings?about=" + caseNo).body();
        assertThat(page)
                .contains("架空 緊子")
                .containsPattern("id=\"heldOn\"[^>]*value=\"R[0-9]")
                .containsPattern("value=\"urgent\"[^>]*checked");

        var refused = chief.post("/meetings", "caseNo", caseNo, "heldOn", "", "kind", "urgent");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("架空 緊子");
        var made = chief.post(
                "/meetings",
                "caseNo",
                caseNo,
                "heldOn",
                story.today().plusDays(1).toString(),
                "startsAt",
                "9:00",
                "place",
                "架空室",
                "kind",
                "urgent");
        var meetingId = made.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        assertThat(agendas.item(meetingId, caseNo).orElseThrow().topic()).isEqualTo("discussion");
        assertThat(story.item(meetingId, "prepareAgenda").dueAt().toLocalDate())
                .as("not before the meeting was planned")
                .isAfterOrEqualTo(story.today());
        assertThat(Visitor.signedIn(port, "hoka")
                        .get("/meetings?about=" + caseNo)
                        .statusCode())
                .isEqualTo(404);
        meetings.cancel(meetings.find(meetingId, story.member("shunin")).orElseThrow(), story.member("shunin"));
    }

    @Test
    void aMeetingThatIsCalledOffGivesItsCasesBackAndEnds() {
        var caseNo = planned("沼田 さくら");
        var meeting = planMeeting();
        var path = "/meetings/" + meeting.meetingId();
        decide(meeting, caseNo, "approved", "soudan");
        var chief = Visitor.signedIn(port, "shunin");
        assertThat(chief.get(path + "/cancel").body()).contains("沼田 さくらさん", "消えます");

        assertThat(chief.post(path + "/cancel").statusCode()).isEqualTo(302);

        assertThat(story.open(meeting.meetingId())).isEmpty();
        assertThat(agendas.items(meeting.meetingId())).isEmpty();
        var next = meetings.next(meeting);
        var item = next.isPresent()
                ? agendas.item(next.get().meetingId(), caseNo).orElseThrow()
                : agendas.waiting(story.member("shunin")).stream()
                        .filter(i -> i.caseNo().equals(caseNo))
                        .findFirst()
                        .orElseThrow();
        assertThat(item.resultCode()).isNull();
        assertThat(chief.get(path).body()).contains("取りやめになりました").doesNotContain("この会議を確定する");
        assertThat(chief.get(path + "/cancel").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> meetings.confirm(meeting, Map.of(), story.member("shunin")))
                .isInstanceOf(StepTaken.class);
        assertThatThrownBy(() -> decide(meeting, caseNo, "held", null)).isInstanceOf(StepTaken.class);

        assertThat(chief.get("/cases/" + caseNo).body()).contains("支援調整会議の結果を待つ", "を待っています");
    }

    private String planned(String name) {
        return planned(name, "no");
    }

    private String planned(String name, String emergency) {
        var caseNo = story.open(name, "support-planning", Map.of("emergency", emergency));
        story.complete(
                caseNo, "draftPlan", "soudan", "usesHellowork", "no", "contractorUsed", "no", "goal1", "週20時間の仕事");
        story.complete(caseNo, "chiefCheck", "shunin", "chiefDecision", "ok");
        story.complete(caseNo, "signPlan", "soudan");
        return caseNo;
    }

    private Meeting planMeeting() {
        return meetings.plan(
                new NewMeeting("midorino", "midorino-main", "extra", story.today(), "14:00", "第3会議室"),
                story.member("jimu"));
    }

    private void decide(Meeting meeting, String caseNo, String result, String responsible) {
        agendas.decide(meeting, caseNo, new ItemDecision(result, responsible, null, null), story.member("shunin"));
    }

    /** Cases of other tests may have been waiting, too. */
    private void decideOthers(Meeting meeting, String... mine) {
        agendas.items(meeting.meetingId()).stream()
                .map(AgendaItem::caseNo)
                .filter(caseNo -> !java.util.List.of(mine).contains(caseNo))
                .forEach(caseNo -> decide(meeting, caseNo, "held", null));
    }
}
