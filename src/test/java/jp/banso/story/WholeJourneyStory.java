package jp.banso.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Test;

/** One person from the counter to closing after the contact of the third month, worked from the queues of twelve people. */
@BansoTest
class WholeJourneyStory extends BrowserStory {

    private static final String NAME = "真弓 初音";

    private String caseNo = "";

    @Test
    void aPersonFindsWorkAndKeepsIt() {
        receptionAndConsent();
        firstInterview();
        assessmentAndCategory();
        plan();
        coordinationMeeting();
        helloWorkJoins();
        applicationWithCompany();
        hired();
        aftercare();
        closing();
    }

    private void receptionAndConsent() {
        caseNo = signsIn("uketsuke")
                .receivesConsultation(saying(
                        "route",
                        "self",
                        "name",
                        NAME,
                        "kana",
                        "まゆみ はつね",
                        "birthDate",
                        LocalDate.of(1984, 2, 3),
                        "phone",
                        "0000-77-1234",
                        "topics",
                        List.of("job-search")));
        file().isNowAt("同意を取る", "相談支援員").stands("受付・同意");

        completes(
                "soudan",
                "同意を取る",
                "初回面接をする",
                saying("consentOutcome", "agreed", "recipients", List.of("welfare", "hellowork", "contractor")));
        file().isNowAt("初回面接をする", "佐伯 由香").stands("初回面接").hasBehind("受付・同意");
    }

    private void firstInterview() {
        completes(
                "soudan",
                "初回面接をする",
                "緊急かどうか決める",
                saying("story", "前の職場を春に離れてから、朝に起きられない日がつづいた。", "summaryLine", "生活のリズムから立て直したい"));
        completes("soudan", "緊急かどうか決める", "進め方を決める", saying("emergency", "no"));
        file().isNowAt("進め方を決める", "佐伯 由香").stands("初回面接");
        completes("soudan", "進め方を決める", "アセスメントをする", saying("screeningResult", "plan"));
        file().isNowAt("アセスメントをする", "佐伯 由香").stands("アセスメント").hasBehind("初回面接");
    }

    private void assessmentAndCategory() {
        completes(
                "soudan",
                "アセスメントをする",
                "専門の所見を書く",
                saying("specialistNeeded", "yes", "specialistKinds", List.of("employment")));
        file().isNowAt("専門の所見を書く", "就労支援員").stands("アセスメント");
        completes("shuro", "専門の所見を書く", "支援類型を決める", saying("summaryLine", "週20時間から始められる見立て"));
        file().isNowAt("支援類型を決める", "主任相談支援員").stands("類型");
        completes("shunin", "支援類型を決める", "プラン案を作る", saying("category", "1-1"));
        file().isNowAt("プラン案を作る", "佐伯 由香").stands("プラン署名").hasBehind("アセスメント", "類型");
    }

    private void plan() {
        signsIn("npo").findsNothingAt("/cases/" + caseNo);
        completes(
                "soudan",
                "プラン案を作る",
                "支援の出口を決める",
                saying(
                        "goal1",
                        "週20時間の仕事に就く",
                        "usesHellowork",
                        "yes",
                        "contractorUsed",
                        "yes",
                        "contractorOffice",
                        "npo-michishirube"));
        file().isNowAt("支援の出口を決める", "ケースワーカー").stands("プラン署名");
        signsIn("npo").opensCase(caseNo).shows(NAME);
        completes("cw", "支援の出口を決める", "プラン案を確かめる", Map.of());
        completes("shunin", "プラン案を確かめる", "本人の署名をもらう", saying("chiefDecision", "ok"));
        file().isNowAt("本人の署名をもらう", "佐伯 由香").stands("プラン署名");
        assertThat(signsIn("soudan").completes(NAME, "本人の署名をもらう"))
                .as("the meeting comes next")
                .isEmpty();
        file().waits().stands("調整会議").hasBehind("プラン署名");
    }

    private void coordinationMeeting() {
        LocalDate day = calendar.nextOpen(today().plusDays(7), OFFICE);
        StaffMember secretary = signsIn("jimu");
        String title = secretary.meetings().meetingAbout(NAME, day);
        file().waits();
        town.passesTo(day);
        secretary.completes(title, "議題と資料をそろえる");

        StaffMember chief = signsIn("shunin");
        MeetingRoom room = chief.meetings();
        room.opens(title);
        room.decides(caseNo, "approved", "soudan", day.plusDays(30));
        room.holdsOverTheRest();
        room.confirms();
        assertThat(chief.page().locator("main").innerText()).contains("に確定しました");

        file().isNowAt("支援を決定する", "管理職").stands("支援決定").hasBehind("調整会議");
        completes("kacho", "支援を決定する", "支援要請を準備する", saying("supportDecision", "approved"));
        file().isNowAt("支援要請を準備する", "コーディネーター").stands("HW支援要請").hasBehind("支援決定");
    }

    private void helloWorkJoins() {
        completes(
                "coord", "支援要請を準備する", "支援要請を承認する", saying("referralAction", "send", "helloworkOffice", "hw-midorino"));
        file().isNowAt("支援要請を承認する", "査察指導員");
        signsIn("navi").findsNothingAt("/cases/" + caseNo);
        signsIn("sv").completes(NAME, "支援要請を承認する", saying("referralApproval", "approved"));
        file().isNowAt("支援要請を受理する", "ハローワーク緑野").stands("HW支援要請");
        signsIn("navi").completes(NAME, "支援要請を受理する", saying("hwAnswer", "accepted"));
        file().isNowAt("3者面談をする", "大庭 健").stands("HW支援要請");
        signsIn("shuro").completes(NAME, "3者面談をする");
        file().isNowAt("支援メニューを選ぶ", "三浦 拓");
        completes("navi", "支援メニューを選ぶ", "職業相談をする", Map.of());
        file().isNowAt("職業相談をする", "三浦 拓").stands("求職・応募").hasBehind("HW支援要請");
    }

    private void applicationWithCompany() {
        completes("navi", "職業相談をする", "応募する", saying("consultNext", "apply"));
        LocalDate interview = calendar.plusWorkingDays(today(), 3, OFFICE);
        signsIn("navi")
                .completes(
                        NAME,
                        "応募する",
                        saying(
                                "employerName",
                                "架空青果",
                                "jobTitle",
                                "品出し",
                                "interviewSet",
                                "yes",
                                "interviewDate",
                                interview,
                                "accompanyWanted",
                                "yes"));
        file().isNowAt("本人・先方の同意を確かめる", "NPO法人みちしるべ").stands("求職・応募");
        signsIn("npo").completes(NAME, "本人・先方の同意を確かめる", saying("personConsent", "yes", "employerConsent", "yes"));
        town.passesTo(interview);
        file().isNowAt("面接に同席する", "野々村 千尋");
        completes("npo", "面接に同席する", "振り返りをする", Map.of());
        signsIn("npo").completes(NAME, "振り返りをする");
        file().isNowAt("採否の結果を確かめる", "三浦 拓").stands("求職・応募");
    }

    private void hired() {
        signsIn("navi")
                .completes(
                        NAME,
                        "採否の結果を確かめる",
                        saying(
                                "interviewResult",
                                "hired",
                                "jobStart",
                                today(),
                                "employmentType",
                                "part",
                                "weeklyHours",
                                20,
                                "wage",
                                1100));
        file().waits().stands("就職").hasBehind("求職・応募").opensTab("仕事").shows("架空青果");
    }

    private void aftercare() {
        LocalDate start = today();
        contactOn(start.plusDays(7), "1週間の定着連絡をする", "就職");
        contactOn(start.plusMonths(1), "1か月の定着連絡をする", "アフターケア");
        contactOn(start.plusMonths(2), "2か月の定着連絡をする", "アフターケア");
        contactOn(start.plusMonths(3), "3か月の定着連絡をする", "アフターケア");
        file().isNowAt("定着を判定する", "佐伯 由香").stands("アフターケア").hasBehind("就職");
    }

    /** The contact is not there the evening before, and it is today's work on its day. */
    private void contactOn(LocalDate day, String step, String stage) {
        LocalDate open = calendar.nextOpen(day, OFFICE);
        town.passesTo(open.minusDays(1));
        StaffMember supporter = signsIn("shuro");
        assertThat(supporter.steps("team", NAME)).doesNotContain(step);
        supporter.press("1日");
        file().isNowAt(step, "大庭 健").stands(stage);
        assertThat(supporter.steps("today", NAME)).contains(step);
        supporter.completes(NAME, step, saying("stillWorking", "yes", "summaryLine", "つづけて働いている"));
    }

    private void closing() {
        StaffMember consultant = signsIn("soudan");
        consultant.completes(NAME, "定着を判定する", saying("retentionResult", "kept"));
        for (int round = 0; round < 3 && consultant.steps("mine", NAME).contains("モニタリングをする"); round++) {
            consultant.completes(NAME, "モニタリングをする", saying("reviewNeeded", "no"));
        }
        file().isNowAt("変化を評価する", "佐伯 由香").stands("評価・終結").hasBehind("アフターケア");
        completes("soudan", "変化を評価する", "終結を審議する", saying("conclusion", "close", "closureReason", "job"));
        completes("shunin", "終結を審議する", "終結の手続きをする", saying("closureDecision", "approved"));
        file().isNowAt("終結の手続きをする", "堀内 さつき").stands("評価・終結");
        signsIn("shunin").completes(NAME, "終結の手続きをする", saying("closureReason", "job", "followUp", "no"));
        CaseFile closed = file().isClosed().hasBehind("アフターケア", "終結");
        assertThat(closed.timeline()).hasSizeGreaterThan(10);
    }

    private void completes(String user, String step, String next, Map<String, ?> said) {
        Map<String, String> comes = signsIn(user).completes(NAME, step, said);
        assertThat(comes.keySet()).as("%s sees what follows 「%s」", user, step).containsExactly(next);
    }

    /** The case as its consultant sees it now. */
    private CaseFile file() {
        return signsIn("soudan").opensCase(caseNo);
    }
}
