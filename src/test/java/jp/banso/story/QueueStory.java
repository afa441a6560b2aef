package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.story.api.Task;
import jp.banso.story.api.Town;
import org.junit.jupiter.api.Test;

/** The queue as the place where the day is worked: it is current, fast to use, and loses nothing. */
@BansoTest
class QueueStory extends BrowserStory {

    private static final int PAGE = 50;

    /** The page asks once a second; the rest is the way to the screen on a machine that is busy with other tests. */
    private static final Duration SOON = Duration.ofSeconds(3);

    @Test
    void newWorkAppearsWithinASecondAndNobodyReloads() {
        StaffMember consultant = signsIn("soudan");
        Queue queue = consultant.looksFor("unclaimed", "速");
        consultant.page().evaluate("() => { window.sameDocument = true; }");
        List<Duration> waits = new ArrayList<>();
        for (String given : List.of("一子", "二子", "三子")) {
            town.as("uketsuke").receives(called("速 " + given));
            long recorded = System.nanoTime();
            queue.row("速 " + given, "同意を取る").waitFor();
            waits.add(Duration.ofNanos(System.nanoTime() - recorded));
        }
        assertThat(waits.stream().sorted().toList().get(1)).as("of %s", waits).isLessThan(SOON);
        assertThat(consultant.page().evaluate("() => window.sameDocument")).isEqualTo(true);
        assertThat(consultant.page().locator("#announce")).containsText("新しいやることが1件あります");
    }

    @Test
    void theQueueIsWorkedFromTheKeyboard() {
        for (String given : List.of("一郎", "二郎", "三郎")) {
            town.as("uketsuke").receives(called("鍵 " + given));
        }
        StaffMember consultant = signsIn("soudan");
        Page page = consultant.page();
        Queue queue = consultant.looksFor("unclaimed", "鍵");
        assertThat(queue.rows()).hasCount(3);
        assertThat(page.locator("#queue[data-etag]")).isVisible();
        page.keyboard().press("j");
        assertThat(queue.rows().nth(0)).hasClass(Pattern.compile("\\bat\\b"));
        page.keyboard().press("j");
        assertThat(queue.rows().nth(1)).hasClass(Pattern.compile("\\bat\\b"));
        page.keyboard().press("x");
        assertThat(queue.rows().nth(1).getByRole(AriaRole.CHECKBOX)).isChecked();
        assertThat(queue.bulkBar()).containsText("1件を選んでいます");
        page.keyboard().press("k");
        assertThat(queue.rows().nth(0).getByRole(AriaRole.LINK)).isFocused();

        String taken = queue.here().locator(".person-name").innerText();
        page.keyboard().press("c");
        assertThat(page.locator(".notice.success")).containsText("引き受けました");
        consultant.looksFor("mine", taken);
        assertThat(queue.rowsOf(taken).locator(".holder")).containsText("佐伯");
        page.keyboard().press("/");
        assertThat(page.locator("#find")).isFocused();
        page.keyboard().type(taken);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText(taken);

        consultant.looksFor("mine", taken);
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("同意を取る");
    }

    @Test
    void severalStepsAreHandedOverAtOnceAndEachSaysHowItWent() {
        String heard = town.as("uketsuke").receives(called("束 花子"));
        town.as("soudan").completes(heard, "obtainConsent");
        road.toAssessment(called("束 太郎"), Map.of());

        StaffMember consultant = signsIn("soudan");
        Queue queue = consultant.looksFor("team", "束");
        queue.picks("束 花子");
        queue.picks("束 太郎");
        assertThat(queue.bulkBar()).containsText("2件を選んでいます");
        assertThat(queue.handsChosenTo("uketsuke"))
                .anyMatch(row -> row.contains("束 花子") && row.contains("今井 透さんの担当になりました"))
                .anyMatch(row -> row.contains("束 太郎") && !row.contains("担当になりました"));
        assertThat(consultant.page().locator(".notice")).containsText("1件できました");
        assertThat(signsIn("uketsuke").steps("mine", "束 花子")).containsExactly("初回面接をする");
    }

    @Test
    void aViewIsNarrowedDownAndKept() {
        road.toAssessment(called("棚 一葉"), Map.of());
        town.as("uketsuke").receives(called("棚 二葉"));
        StaffMember consultant = signsIn("soudan");
        Queue queue = consultant.queue("team");
        queue.narrows("step", "intakeAssessment");
        assertThat(queue.row("棚 一葉", "アセスメントをする")).isVisible();
        assertThat(queue.rowsOf("棚 二葉")).hasCount(0);
        queue.savesThisViewAs("アセスメント待ち");

        consultant.queue("mine");
        queue.view("アセスメント待ち").click();
        assertThat(queue.row("棚 一葉", "アセスメントをする")).isVisible();
        assertThat(queue.rowsOf("棚 二葉")).hasCount(0);
        assertThat(queue.view("アセスメント待ち")).hasAttribute("aria-current", "page");

        consultant.looksFor("team", "棚 二葉").savesThisViewAs("二葉さん");
        consultant.queue("mine");
        queue.view("二葉さん").click();
        assertThat(queue.row("棚 二葉", "同意を取る")).isVisible();
        assertThat(queue.rowsOf("棚 一葉")).hasCount(0);
        assertThat(consultant.page()).hasURL(Pattern.compile("/worklist\\?view=team&words=true$"));
    }

    @Test
    void aLongQueueComesInPages() {
        for (int each = 0; each < PAGE + 3; each++) {
            town.as("uketsuke").receives(called("頁 %02d".formatted(each)));
        }
        StaffMember consultant = signsIn("soudan");
        Queue queue = consultant.looksFor("unclaimed", "頁");
        assertThat(queue.rows()).hasCount(PAGE);
        List<String> first =
                consultant.page().locator("tr[data-row] .person-name").allInnerTexts();
        consultant.page().getByText("つづきを見る").click();
        assertThat(queue.rows()).hasCount(3);
        assertThat(consultant.page().locator("tr[data-row] .person-name").allInnerTexts())
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void whoIsSlowerKeepsTheTextAndSeesWhoWasFaster() {
        String caseNo = town.as("uketsuke").receives(called("競 和子"));
        StaffMember slow = signsIn("uketsuke");
        slow.takes("競 和子", "同意を取る").writes(saying("consentOutcome", "agreed", "consentNote", "電話で確かめた大事なこと"));
        Task task = town.as("soudan").task(caseNo, "obtainConsent");
        town.as("uketsuke")
                .post("/tasks/" + task.taskId() + "/unclaim", Map.of())
                .ok();
        town.as("soudan").completes(caseNo, "obtainConsent");

        slow.watch().expects(409);
        slow.forward().click();
        Locator notice = slow.page().locator(".notice.warning");
        assertThat(notice).containsText("佐伯 由香さんが、先に記録しました");
        assertThat(slow.page().locator("main")).containsText("電話で確かめた大事なこと");
        assertThat(signsIn("soudan").opensCase(caseNo).timeline())
                .filteredOn(title -> title.contains("同意"))
                .hasSize(1);
    }

    @Test
    void aDraftSurvivesReloadSignOutAndTheNextDay() {
        String caseNo = road.toAssessment();
        String open =
                "/tasks/" + town.as("soudan").task(caseNo, "intakeAssessment").taskId();
        StaffMember consultant = signsIn("soudan", Screen.DESK);
        consultant.opens(open).claims();
        consultant.field("mainComplaint").fill("𠮷野家の近くで\n週20時間くらいから働きたい");
        assertThat(consultant.page().locator("[data-saved]")).containsText("に保存しました");

        consultant.page().reload();
        assertThat(consultant.field("mainComplaint")).hasValue("𠮷野家の近くで\n週20時間くらいから働きたい");
        consultant.signsOut();
        consultant.signsIn("soudan").opens(open);
        assertThat(consultant.field("mainComplaint")).hasValue("𠮷野家の近くで\n週20時間くらいから働きたい");
        assertThat(consultant.page().locator(".notices")).containsText("下書きから、つづきを書けます");
    }

    private static Map<String, Object> called(String name) {
        Map<String, Object> person = Town.stranger();
        person.put("name", name);
        return person;
    }
}
