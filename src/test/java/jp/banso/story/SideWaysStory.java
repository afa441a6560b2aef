package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Test;

/** Where the road turns. What led there is told through the API; the turn itself is taken on the screen. */
@BansoTest
class SideWaysStory extends BrowserStory {

    @Test
    void helloWorkDeclinesWithAReasonAndTheRequestIsSentAgain() {
        String caseNo = road.toSupport(Map.of("contractorUsed", "no"));
        String person = nameOf(caseNo);
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral");

        StaffMember navigator = signsIn("navi");
        navigator.takes(person, "支援要請を受理する").writes(saying("hwAnswer", "declined", "declineReason", ""));
        navigator.forward().click();
        assertThat(navigator.page().locator(".error-summary")).containsText("理由");
        navigator.writes(saying("hwAnswer", "declined", "declineReason", "希望の職種が書かれていません。"));
        navigator.forward().click();
        navigator.sawItRecorded();

        StaffMember coordinator = signsIn("coord");
        file(caseNo).isNowAt("支援要請を準備する", "真鍋 悠").stands("HW支援要請");
        coordinator.takes(person, "支援要請を準備する");
        assertThat(coordinator.page().locator(".known")).containsText("希望の職種が書かれていません。");
        coordinator.writes(saying("hopeJob", "品出し")).forward().click();
        coordinator.sawItRecorded();
        signsIn("sv").completes(person, "支援要請を承認する", saying("referralApproval", "approved"));
        navigator.completes(person, "支援要請を受理する", saying("hwAnswer", "accepted"));
        file(caseNo)
                .isNowAt("3者面談をする", "就労支援員")
                .stands("HW支援要請")
                .opensTab("支援要請")
                .shows("希望の職種が書かれていません。");
    }

    @Test
    void nobodyGoesAlongWithoutTheEmployersConsent() {
        String caseNo = road.toJobSearch();
        String person = nameOf(caseNo);
        town.as("shuro").completes(caseNo, "jobConsult");
        town.as("shuro").completes(caseNo, "apply", Map.of("accompanyWanted", "yes"));

        Map<String, String> next = signsIn("shuro")
                .completes(person, "本人・先方の同意を確かめる", saying("personConsent", "yes", "employerConsent", "no"));
        assertThat(next.keySet())
                .as("the interview is not accompanied, but it has a result")
                .containsExactly("採否の結果を確かめる");
        file(caseNo).isNowAt("採否の結果を確かめる", "大庭 健").stands("求職・応募").opensTab("応募");
    }

    @Test
    void theConditionsAreTalkedOverAfterThreeRejections() {
        String caseNo = road.toJobSearch();
        String person = nameOf(caseNo);
        road.appliesAndHears(caseNo, Map.of("interviewResult", "rejected"));
        road.appliesAndHears(caseNo, Map.of("interviewResult", "rejected"));
        town.as("shuro").completes(caseNo, "jobConsult");
        town.as("shuro").completes(caseNo, "apply");

        StaffMember supporter = signsIn("shuro");
        Map<String, String> next = supporter.completes(person, "採否の結果を確かめる", saying("interviewResult", "rejected"));
        assertThat(next.keySet()).containsExactly("応募の条件を見直す");
        file(caseNo).isNowAt("応募の条件を見直す", "大庭 健").stands("求職・応募");
        next = supporter.completes(person, "応募の条件を見直す", saying("relaxAgreed", "yes", "summaryLine", "通える範囲を広げる"));
        assertThat(next.keySet()).containsExactly("職業相談をする");
    }

    @Test
    void whoLosesTheJobInTheSecondMonthLooksForWorkAgain() {
        String caseNo = road.toJob();
        String person = nameOf(caseNo);
        LocalDate start = today();
        town.passesTo(calendar.nextOpen(start.plusMonths(2), OFFICE));
        town.as("shuro").completes(caseNo, "aftercare1w", Map.of("stillWorking", "yes"));
        town.as("shuro").completes(caseNo, "aftercare1m", Map.of("stillWorking", "yes"));
        file(caseNo).isNowAt("2か月の定着連絡をする", "大庭 健").stands("アフターケア");

        signsIn("shuro")
                .completes(
                        person,
                        "2か月の定着連絡をする",
                        saying("stillWorking", "no", "leftOn", today(), "leaveReason", "health"));
        CaseFile file = file(caseNo).isNowAt("職業相談をする", "大庭 健").stands("求職・応募");
        assertThat(file.timeline()).as("nothing of the first job is lost").hasSizeGreaterThan(15);
        file.opensTab("仕事").shows("離職");
    }

    @Test
    void whoDeclinesSupportIsWatchedOver() {
        String caseNo = road.toAssessment();
        String person = nameOf(caseNo);
        town.as("soudan").completes(caseNo, "intakeAssessment", Map.of("declinesButNeeded", "yes"));
        StaffMember chief = signsIn("shunin");
        chief.takes(person, "支援類型を決める");
        assertThat(chief.page().locator("select[name=category]")).hasValue("4");
        chief.writes(Map.of()).forward().click();
        chief.sawItRecorded();

        CaseFile file = file(caseNo).isNowAt("見守りの連絡をする", "佐伯 由香").stands("見守り").hasBehind("類型");
        file.shows("見守り見直し");
        StaffMember consultant = signsIn("soudan");
        consultant.completes(person, "見守りの連絡をする", saying("contactNext", "continue"));
        file(caseNo).waits().stands("見守り");
        town.passes(15);
        file(caseNo).isNowAt("見守りの連絡をする", "佐伯 由香");
        town.passes(60);
        signsIn("shunin").completes(person, "見守りを見直す", saying("watchNext", "assess"));
        file(caseNo).isNowAt("アセスメントをする", "佐伯 由香").stands("アセスメント");
    }

    @Test
    void withdrawnConsentClosesThePartnersPagesAtOnce() {
        String caseNo = road.toSupport(Map.of());
        String person = nameOf(caseNo);
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral");
        StaffMember navigator = signsIn("navi");
        StaffMember contractor = signsIn("npo");
        assertThat(navigator.steps("team", person)).containsExactly("支援要請を受理する");
        contractor.opensCase(caseNo).shows(person);
        navigator.takes(person, "支援要請を受理する").writes(saying("hwAnswer", "accepted"));
        String open = navigator.page().url();

        signsIn("soudan").opensCase(caseNo).consentIsWithdrawn("外の機関に知られたくない。");
        file(caseNo).isNowAt("取り消しに対応する", "佐伯 由香");

        navigator.watch().expects(404);
        navigator.forward().click();
        assertThat(navigator.page().locator("h1")).hasText("この画面はありません");
        navigator.findsNothingAt(open);
        navigator.findsNothingAt("/cases/" + caseNo);
        contractor.findsNothingAt("/cases/" + caseNo);
        for (StaffMember partner : List.of(navigator, contractor)) {
            assertThat(partner.steps("team", person)).isEmpty();
            partner.opens("/cases?query=" + person);
            assertThat(partner.page().locator("main")).not().containsText(caseNo);
        }
    }

    private String nameOf(String caseNo) {
        return town.as("soudan").opens(caseNo).path("displayName").asText();
    }

    private CaseFile file(String caseNo) {
        return signsIn("soudan").opensCase(caseNo);
    }
}
