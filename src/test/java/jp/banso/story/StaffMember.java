package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Someone at a screen: opens pages, takes work from the queue, writes and records. */
final class StaffMember {

    private static final String FORWARD = "記録して次へ進む";

    private final BrowserContext browser;
    private final Watch watch;
    private final Clock clock;
    private final Page page;
    private String name = "nobody";

    StaffMember(BrowserContext browser, Clock clock) {
        this.browser = browser;
        this.watch = new Watch(browser);
        this.clock = clock;
        this.page = browser.newPage();
    }

    Page page() {
        return page;
    }

    Watch watch() {
        return watch;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    StaffMember signsIn(String username) {
        name = username;
        page.navigate("/login");
        page.getByLabel("職員番号").fill(username);
        page.getByLabel("パスワード").fill(username);
        press("サインインする");
        assertThat(page.locator(".site-me")).isVisible();
        return this;
    }

    void signsOut() {
        opens("/me");
        press("サインアウトする");
        assertThat(page.getByText("サインアウトしました")).isVisible();
    }

    StaffMember opens(String path) {
        page.navigate(path);
        return this;
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Takes a person in at the counter; the case number. */
    String receivesConsultation(Map<String, ?> person) {
        opens("/intake/new");
        assertThat(page.locator("form#intake[data-ready]")).isVisible();
        FormFiller.fill(page.locator("form#intake"), person, today());
        press("相談を受け付ける");
        assertThat(page.locator(".notice.success")).containsText("受け付けました");
        return page.url().replaceAll(".*/cases/([^?#/]+).*", "$1");
    }

    Queue queue(String view) {
        opens("/worklist?view=" + view);
        return new Queue(page);
    }

    /** Narrows a view of the queue down to some words. */
    Queue looksFor(String view, String words) {
        Queue queue = queue(view);
        queue.looksFor(words);
        return queue;
    }

    /** Opens a step from the queue of the own team, and takes it if nobody has. */
    StaffMember takes(String person, String step) {
        looksFor("team", person).row(person, step).getByRole(AriaRole.LINK).click();
        return claims();
    }

    /** On the page of a step: takes it if nobody has. */
    StaffMember claims() {
        Locator claim = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("引き受けて書く"));
        assertThat(claim.or(forward()).first()).isVisible();
        if (claim.isVisible()) {
            claim.click();
        }
        assertThat(forward()).isVisible();
        assertThat(stepForm()).hasAttribute("data-ready", "yes");
        return this;
    }

    StaffMember writes(Map<String, ?> answers) {
        FormFiller.fill(stepForm(), answers, today());
        return this;
    }

    /** Does a step from queue to done page: what comes next, by name and who has it. */
    Map<String, String> completes(String person, String step, Map<String, ?> answers) {
        takes(person, step).writes(answers);
        forward().click();
        return sawItRecorded();
    }

    Map<String, String> completes(String person, String step) {
        return completes(person, step, Map.of());
    }

    /** On the page after recording. */
    Map<String, String> sawItRecorded() {
        assertThat(page.locator("h1").or(page.locator(".error-summary")).first())
                .isVisible();
        Locator refused = page.locator(".error-summary");
        org.assertj.core.api.Assertions.assertThat(refused.isVisible() ? refused.innerText() : "")
                .as("refused")
                .isEmpty();
        assertThat(page.locator(".notice.success strong")).hasText("記録しました");
        Map<String, String> next = new LinkedHashMap<>();
        for (Locator each : page.locator("ul.why > li").all()) {
            next.put(
                    each.locator(".reason").innerText().strip(),
                    each.locator(".who").innerText().strip());
        }
        return next;
    }

    Locator stepForm() {
        return page.locator("form#step");
    }

    Locator forward() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(FORWARD));
    }

    Locator field(String key) {
        return stepForm()
                .locator("[data-field='" + key + "'] input, [data-field='" + key + "'] textarea")
                .first();
    }

    CaseFile opensCase(String caseNo) {
        opens("/cases/" + caseNo);
        return new CaseFile(page);
    }

    MeetingRoom meetings() {
        opens("/meetings");
        return new MeetingRoom(page);
    }

    /** The page is not there for this member, exactly as one that does not exist. */
    void findsNothingAt(String path) {
        watch.expects(404);
        opens(path);
        assertThat(page.locator("h1")).hasText("この画面はありません");
    }

    List<String> steps(String view, String person) {
        return looksFor(view, person).stepsOf(person);
    }

    void sawNoErrors() {
        watch.isContent();
    }

    void leaves() {
        browser.close();
    }

    void isPicturedIn(Path folder) {
        try {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true)
                    .setTimeout(5000));
        } catch (PlaywrightException closed) {
            // a page that cannot be pictured must not hide why the story failed
        }
    }
}
