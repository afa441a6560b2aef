package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.aftercare.Contact;
import jp.banso.aftercare.Employments;
import jp.banso.processengine.Flow;
import jp.banso.story.api.Town;
import jp.banso.story.api.Worker;
import jp.banso.studio.Workshop;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What process administrators change in a year, each done on the pages alone and seen at the counter afterwards. */
@BansoTest
class StudioExercisesStory extends BrowserStory {

    @Autowired
    Workshop workshop;

    @Autowired
    Flow flow;

    @Autowired
    Employments employments;

    private Place place;
    private String consultant = "";
    private String chief = "";
    private StudioPair pair;

    @BeforeEach
    void workshop() {
        place = workshop.place();
        consultant = workshop.staff(place, "soudan", "consultant", "reception", "employment-supporter");
        chief = workshop.staff(place, "shunin", "chief-consultant", "manager");
        pair = new StudioPair(signsIn(place.author()), signsIn(place.other()), place.other());
    }

    @Test
    void aNewFieldIsAskedToldPrintedAndTakenAlong() {
        StudioDesk desk = starts("来所のしかたも聞く", "process:consultation-intake");
        desk.opens("firstInterview.form").button("項目を足す").click();
        desk.writes("項目の名前", "来所のしかた").picks("種類", "1つ選ぶ（並べる）").writes("キー", "cameBy");
        desk.page().getByLabel("選択肢 1", exactly()).fill("歩いて");
        desk.page().getByLabel("選択肢 1", exactly()).blur();
        desk.isWithoutErrors();
        pair.publish(desk);

        Map<String, Object> person = Town.stranger();
        String caseNo = worker(consultant).receives(person);
        worker(consultant).completes(caseNo, "obtainConsent");
        StaffMember staff = signsIn(consultant);
        staff.completes(name(person), "初回面接をする", saying("cameBy", "yes"));
        staff.opensCase(caseNo);
        Locator told = staff.page().locator("#timeline details[data-printed]").filter(has("来所のしかた"));
        assertThat(told).hasCount(1);
        assertThat(told).not().hasAttribute("open", "");
        staff.page().evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
        assertThat(told).hasAttribute("open", "");
        assertThat(told).containsText("歩いて");
        for (String format : List.of("csv", "sjis", "xlsx")) {
            var sheet = staff.page().request().get("/cases/" + caseNo + "/export?format=" + format);
            assertThat(sheet.status()).isEqualTo(200);
            if (format.equals("csv")) {
                assertThat(sheet.text()).contains("手順,初回面接,来所のしかた,歩いて,架空 soudan");
            }
        }
    }

    @Test
    void aStepGoesToAnotherRoleUnderAnotherNameAndOneIsDoneBesideIt() {
        StudioDesk desk = starts("主任が急ぎを確かめる", "process:consultation-intake");
        desk.opens("consultation-intake.bpmn");
        desk.chooses("緊急かどうか決める").writes("名前", "急ぐ必要を確かめる").picks("役割", "主任相談支援員");
        assertThat(desk.page().locator(".mismatch")).containsText("「相談支援員」の段にありますが、役割は「主任相談支援員」です");
        desk.button("「主任相談支援員」の段を足して動かす").click();
        assertThat(desk.field("担当の段").locator("option:checked")).hasText("主任相談支援員");
        assertThat(desk.page().locator(".mismatch")).hasCount(0);

        desk.chooses("初回面接をする").adds("同時に進む");
        desk.button("元に戻す").click();
        assertThat(desk.outline("（名前なし）同時に進む")).hasCount(0);
        desk.button("やり直す").click();
        desk.chooses("（名前なし）同時に進む").writes("名前", "面接のあと");
        desk.addsStep("家族の話を聞く", "hearFamily", "相談支援員", "5営業日以内").makesItsForm();
        desk.chooses("急ぐ必要を確かめる").adds("同時に進む").writes("名前", "どちらも済んだ");
        desk.chooses("家族の話を聞く").joins("どちらも済んだ");
        desk.isWithoutErrors();
        pair.publish(desk);

        Map<String, Object> person = Town.stranger();
        String caseNo = worker(consultant).receives(person);
        worker(consultant).completes(caseNo, "obtainConsent");
        worker(consultant).completes(caseNo, "firstInterview");
        StaffMember staff = signsIn(consultant);
        StaffMember leader = signsIn(chief);
        assertThat(staff.steps("team", name(person))).containsExactly("家族の話を聞く");
        assertThat(leader.steps("team", name(person))).contains("急ぐ必要を確かめる");
        leader.completes(name(person), "急ぐ必要を確かめる");
        assertThat(staff.steps("team", name(person))).containsExactly("家族の話を聞く");
        staff.completes(name(person), "家族の話を聞く");
        assertThat(staff.steps("team", name(person))).containsExactly("進め方を決める");
    }

    @Test
    void aRuleOfADecisionSendsCasesAnotherWay() {
        StudioDesk desk = starts("会議の前に始める", "process:support-planning", "decision:pre-start");
        desk.opens("pre-start.dmn");
        Page page = desk.page();
        page.locator("tbody tr:nth-child(3) td.input-cell")
                .first()
                .click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.locator(".context-menu")
                .getByText("上に行を足す", new Locator.GetByTextOptions().setExact(true))
                .click();
        fillsCell(page, "tbody tr:nth-child(3) td.input-cell >> nth=1", "> 3");
        fillsCell(page, "tbody tr:nth-child(3) td.output-cell >> nth=0", "true");
        fillsCell(page, "tbody tr:nth-child(3) td.annotation", "会議まで3日を超えるとき");
        desk.isSaved();

        desk.opens("support-planning.bpmn").chooses("先行開始か調べる");
        desk.adds("分かれ道（どれか1つ）").writes("名前", "先に始める？");
        desk.addsStep("先に始める支援を書く", "startEarly", "相談支援員", "3営業日以内").makesItsForm();
        desk.joins("支援調整会議の結果を待つ");
        desk.chooses("先に始める？").choosesTheLineTo("先に始める支援を書く").writes("答え（線の名前）", "はい");
        desk.picks("何によって", "先行開始か調べる（決定表の答え）").picks("値", "はい");
        desk.chooses("先に始める？").choosesTheLineTo("支援調整会議の結果を待つ").writes("答え（線の名前）", "いいえ");
        desk.field("ほかの線に当てはまらないとき、この線に進む").check();
        desk.isWithoutErrors();
        pair.publish(desk);

        Map<String, Object> person = Town.stranger();
        toTheMeeting(person);
        assertThat(signsIn(consultant).steps("team", name(person))).contains("先に始める支援を書く");
    }

    @Test
    void aContactAtTwoWeeksIsAddedBesideTheOthers() {
        StudioDesk desk = starts("2週間でも連絡する", "process:job-retention");
        desk.opens("job-retention.bpmn").chooses("連絡する時点は？").adds("時間を待つ");
        desk.writes("名前", "2週間後").writes("記号", "wait2w").picks("いつ", "ある日から数えて").picks("もとの日", "就職日（働き始める日）");
        assertThat(desk.page().locator("[data-panel] .reading").first()).hasText("就職日（働き始める日）から14日後");
        desk.addsStep("2週間の定着連絡をする", "aftercare2w", "就労支援員", "ある日から数える");
        desk.picks("もとの日", "就職日（働き始める日）").writes("数", "14").picks("様式", "1週間の定着連絡をする");
        desk.button("この様式を写して作る").click();
        assertThat(desk.field("様式").locator("option:checked")).hasText("2週間の定着連絡をする");
        desk.joins("連絡が済んだ");
        desk.chooses("連絡する時点は？").choosesTheLineTo("2週間後").writes("答え（線の名前）", "2週間");
        desk.picks("進む条件", "いつも進む");
        desk.isWithoutErrors();
        assertThat(desk.findings()).hasCount(0);
        pair.publish(desk);

        Map<String, Object> person = Town.stranger();
        String caseNo = worker(consultant).receives(person);
        LocalDate start = calendar.nextOpen(town.today(), place.officeId());
        employments.start(caseNo, "架空商店", null, null, false, start);
        flow.start(
                "job-retention",
                caseNo,
                place.municipalityId(),
                Map.of(
                        "caseNo", caseNo,
                        "officeId", place.officeId(),
                        "municipalityId", place.municipalityId(),
                        "jobStart", start.toString()));
        town.passesTo(start.plusDays(13));
        StaffMember staff = signsIn(consultant);
        assertThat(staff.steps("team", name(person))).doesNotContain("2週間の定着連絡をする");
        town.passesTo(calendar.nextOpen(start.plusDays(14), place.officeId()));
        assertThat(staff.steps("team", name(person))).contains("2週間の定着連絡をする");
        assertThat(staff.looksFor("team", name(person)).row(name(person), "2週間の定着連絡をする"))
                .containsText("今日");
        staff.takes(name(person), "2週間の定着連絡をする");
        assertThat(staff.stepForm().locator("[data-field='stillWorking']")).isVisible();

        worker(consultant).completes(caseNo, "aftercare2w", Map.of("stillWorking", "no"));
        assertThat(employments.current(caseNo))
                .as("whoever has left goes back to looking for a job")
                .isEmpty();
        assertThat(employments.contacts(caseNo))
                .filteredOn(contact -> contact.doneOn() != null)
                .extracting(Contact::step)
                .containsExactly("aftercare2w");
        assertThat(flow.activityStates(caseNo, place.municipalityId()))
                .filteredOn(process -> process.processKey().equals("job-retention"))
                .noneMatch(process -> process.endedAt() == null);
    }

    @Test
    void aStepWhereCasesWaitIsRemovedAndTheyAreMoved() {
        Map<String, Object> person = Town.stranger();
        String caseNo = worker(consultant).receives(person);
        worker(consultant).completes(caseNo, "obtainConsent");
        worker(consultant).completes(caseNo, "firstInterview");
        assertThat(signsIn(consultant).steps("team", name(person))).containsExactly("緊急かどうか決める");

        StudioDesk desk = starts("緊急の判断をまとめる", "process:consultation-intake");
        desk.opens("consultation-intake.bpmn").chooses("緊急かどうか決める");
        desk.button("消す").click();
        assertThat(desk.outline("緊急かどうか決める")).hasCount(0);
        desk.chooses("進め方を決める").picks("役割", "主任相談支援員");
        desk.isWithoutErrors();
        pair.publish(desk);

        StaffMember other = signsIn(place.other());
        Page page = other.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("前の版で動いているケースを移す")))
                .first()
                .click();
        page.locator("tbody a").first().click();
        assertThat(page.locator("#verdicts")).containsText("行き先を決める");
        page.getByLabel(Pattern.compile("「緊急かどうか決める」にいる1件"))
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("進め方を決める"));
        other.press("この行き先で確かめる");
        other.press("1件をすべて移す");
        page.waitForURL(Pattern.compile(".*/studio/moves/[0-9a-f-]+"));
        Locator item = page.locator("#items tbody tr").filter(has(caseNo));
        assertThat(item).containsText("移した");
        assertThat(signsIn(chief).steps("team", name(person))).containsExactly("進め方を決める");
        assertThat(signsIn(consultant).steps("team", name(person))).isEmpty();
    }

    private StudioDesk starts(String title, String... models) {
        return new StudioDesk(signsIn(place.author()).page()).starts(title, models);
    }

    private Worker worker(String username) {
        return town.as(username);
    }

    /** From the counter to the agenda of a meeting that is not planned yet. */
    private void toTheMeeting(Map<String, Object> person) {
        Worker staff = worker(consultant);
        String caseNo = staff.receives(person);
        for (String step : List.of("obtainConsent", "firstInterview", "judgeEmergency", "screen", "intakeAssessment")) {
            staff.completes(caseNo, step);
        }
        worker(chief).completes(caseNo, "decideCategory", Map.of("category", "1-1"));
        staff.completes(caseNo, "draftPlan", Map.of("usesHellowork", "no", "contractorUsed", "no"));
        worker(chief).completes(caseNo, "chiefCheck");
        staff.completes(caseNo, "signPlan");
    }

    private static void fillsCell(Page page, String cell, String text) {
        page.locator(cell).click();
        page.keyboard().type(text);
    }

    private static String name(Map<String, Object> person) {
        return String.valueOf(person.get("name"));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
