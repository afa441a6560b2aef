package jp.banso.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.Attendance;
import jp.banso.meeting.ItemDecision;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.Meetings;
import jp.banso.meeting.NewMeeting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The support coordination meetings of an office: planned, prepared, held, and the minutes sent round. */
@Component
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoMeetings {

    /** Days of the meetings, in open days from today. */
    static final Map<String, List<Integer>> DAYS =
            Map.of("main", List.of(-152, -131, -110, -89, -68, -47, -26, -5, 5), "north", List.of(-96, -54, -12, 8));

    private static final List<String> CONDITIONS = List.of(
            "体調を見ながら、週20時間から始める。1か月後に、主治医の意見を聞いて見直す。",
            "家計の相談を同時に進める。就労の開始は、住まいの見通しがついてからにする。",
            "希望の職種を広げる。求人の提案はハローワーク、面接の練習は委託先が受け持つ。");

    private final DemoPlayer player;
    private final Meetings meetings;
    private final Agendas agendas;
    private final CaseFiles cases;

    DemoMeetings(DemoPlayer player, Meetings meetings, Agendas agendas, CaseFiles cases) {
        this.player = player;
        this.meetings = meetings;
        this.agendas = agendas;
        this.cases = cases;
    }

    /** Who runs the meetings of an office. */
    private record Office(String officeId, String clerk, String chair, String place) {
        static Office of(String key) {
            return key.equals("north")
                    ? new Office(DemoPeople.NORTH, "shunin2", "shunin2", "北部相談センター 会議室")
                    : new Office(DemoPeople.MAIN, "jimu", "shunin", "市役所2階 第3会議室");
        }
    }

    Meeting plan(String key, LocalDate on) {
        var office = Office.of(key);
        var planned = new HashMap<String, Meeting>();
        player.as(
                office.clerk(),
                me -> planned.put(
                        "it",
                        meetings.plan(
                                new NewMeeting(
                                        me.municipalityId(), office.officeId(), "regular", on, "14:00", office.place()),
                                me)));
        return planned.get("it");
    }

    void prepare(String key, Meeting meeting) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("heldOn", meeting.heldOn().toString());
        answer.put("materials", List.of("plan", "assessment", "consent"));
        answer.put("materialsSentOn", meeting.heldOn().minusDays(3).toString());
        answer.put("invited", List.of("municipal", "supporter", "hellowork", "contractor"));
        answer.put("consentsChecked", "true");
        answer.put("agendaNote", "同意の範囲を1件ずつ確かめた。資料は会議の後に回収する。");
        complete(meeting, "prepareAgenda", answer, Office.of(key).clerk());
    }

    /** Decides case by case; {@code held} are the cases that wait for the next meeting. */
    void hold(String key, Meeting meeting, Set<String> held) {
        var office = Office.of(key);
        var items = agendas.items(meeting.meetingId());
        player.as(office.chair(), me -> {
            var present = new HashSet<String>();
            var invited = meetings.attendance(meeting).stream()
                    .map(Attendance::username)
                    .toList();
            for (var i = 0; i < invited.size(); i++) {
                if ((i + meeting.meetingNo()) % 9 != 4) {
                    present.add(invited.get(i));
                }
            }
            meetings.attend(meeting, present, me);
            for (var i = 0; i < items.size(); i++) {
                var caseNo = items.get(i).caseNo();
                agendas.decide(meeting, caseNo, decision(caseNo, i, meeting, held.contains(caseNo)), me);
            }
            meetings.confirm(meeting, minutes(items.size(), office), me);
        });
    }

    private ItemDecision decision(String caseNo, int index, Meeting meeting, boolean held) {
        var responsible = cases.require(caseNo).owner();
        if (held) {
            return new ItemDecision(
                    "held", responsible, meeting.heldOn().plusMonths(1), "目標が本人の言葉になっているか、もう一度本人と話す。次の会議にかける。");
        }
        @Nullable
        String condition = index % 3 == 2 ? CONDITIONS.get((index + meeting.meetingNo()) % CONDITIONS.size()) : null;
        return new ItemDecision(
                condition == null ? "approved" : "conditional",
                responsible,
                meeting.heldOn().plusDays(28),
                condition);
    }

    private Map<String, Object> minutes(int count, Office office) {
        var minutes = new LinkedHashMap<String, Object>();
        minutes.put("chair", player.member(office.chair()).displayName());
        minutes.put("recorder", player.member(office.clerk()).displayName());
        minutes.put("meetingEndTime", count > 4 ? "15:40" : "14:50");
        minutes.put("meetingSummary", count + "件のプランを話し合い、それぞれの役割と期限を決めた。");
        minutes.put("resourceGaps", "短い時間から働ける職場と、日曜に相談できる窓口が足りない。");
        return minutes;
    }

    void circulate(String key, Meeting meeting, LocalDate on) {
        complete(
                meeting,
                "circulateMinutes",
                Map.of("minutesSentOn", on.toString(), "rolesConfirmed", "true"),
                Office.of(key).clerk());
    }

    private void complete(Meeting meeting, String step, Map<String, Object> answer, String worker) {
        var open = player.open(meeting.meetingId(), step)
                .orElseThrow(() -> new IllegalStateException(step + " of " + meeting.meetingId() + " is not open"));
        player.complete(open, answer, worker);
    }
}
