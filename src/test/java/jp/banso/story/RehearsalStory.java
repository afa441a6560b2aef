package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.processengine.PublishedFiles;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.studio.Workshop;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A path is recorded by clicking; when the draft's branch changes, it is seen, and accepted as the right one. */
@BansoTest
class RehearsalStory extends BrowserStory {

    private static final String KEY = "handover-outside";

    @Autowired
    Workshop workshop;

    @Autowired
    PublishedFiles published;

    private Place place;
    private String draft = "";

    @BeforeEach
    void workshop() {
        place = workshop.place();
    }

    @Test
    void aPathIsRecordedPlayedChangedAndAccepted() {
        StaffMember author = signsIn(place.author());
        Page page = startsDraft(author);

        author.opens(draft + "/rehearsal");
        page.getByText("場面を記録する").click();
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("他機関への引継ぎ").setExact(true))
                .click();
        author.press("始める");
        assertThat(page.locator("form[data-step]")).hasAttribute("data-step", "handover-outside/accompanyHandover");
        assertThat(page.locator("[data-diagram]")).hasAttribute("data-drawn", "yes");
        assertThat(page.locator("g[data-element-id='accompanyHandover']").first())
                .hasClass(Pattern.compile(".*is-now.*"));
        author.press("次へ");
        page.locator("select[name='fact.receipt']").selectOption("again");
        author.press("次へ");
        assertThat(page.locator("[aria-labelledby=h-path] li")).hasCount(4);
        author.press("ひとつ戻る");
        page.locator("select[name='fact.receipt']").selectOption("confirmed");
        author.press("次へ");
        assertThat(page.locator("main")).containsText("終わりまで進みました");
        page.locator("#scenario-title").fill("一度でつながる");
        author.press("この道筋を保存する");
        assertThat(page.locator(".notice.success")).containsText("場面を下書きに保存しました");
        assertThat(page.locator("h1")).hasText("一度でつながる");
        assertThat(page.locator("main")).containsText("通った");

        author.opens(draft);
        page.locator("#files").setInputFiles(changed());
        author.press("入れる");
        author.opens(draft + "/rehearsal");
        author.press("すべて試す");
        assertThat(page.locator("main p[role=status]")).containsText("通った 0件");
        assertThat(page.locator("tr[data-scenario$='scenario-1.scenario']"))
                .containsText("「つながった？」のあと、「引継ぎが終わった」ではなく「付き添って引き継ぐ」に進みました。");
        page.locator("tr[data-scenario$='scenario-1.scenario'] a").click();
        assertThat(page.locator("[data-diagram]")).hasAttribute("data-drawn", "yes");
        assertThat(page.locator("g[data-element-id='handedOver']").first()).hasClass(Pattern.compile(".*is-lost.*"));
        assertThat(page.locator("g[data-element-id='receiptAnswer_accompanyHandover']")
                        .first())
                .hasClass(Pattern.compile(".*is-new.*"));
        author.press("これを正しい道筋にする");
        assertThat(page.locator(".notice.success")).containsText("正しい道筋にしました");
        assertThat(page.locator(".page-head")).containsText("通った");
    }

    @Test
    void theTokenWandersStepByStepByKeyboard() {
        StaffMember author = signsIn(place.author());
        Page page = startsDraft(author);
        author.opens(draft + "/rehearsal/scenario?name=processes/handover-outside/handed-over.scenario");
        page.locator("[data-token=step]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-token-now]")).containsText("引継ぎが要る");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-token-now]")).containsText("付き添って引き継ぐ（他機関への引継ぎ）");
        assertThat(page.locator("[data-token-place] .token")).isVisible();
        author.press("再生");
        assertThat(page.locator("[data-token-now]")).containsText("引継ぎが終わった");
        author.press("はじめに戻す");
        assertThat(page.locator("[data-token-now]")).hasText("");
    }

    @Test
    void everyPageIsAccessibleAndFits() {
        startsDraft(signsIn(place.author()));
        List<String> findings = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            StaffMember member = signsIn(place.author(), screen);
            for (String each : List.of(
                    "/rehearsal",
                    "/rehearsal?play=all",
                    "/rehearsal/scenario?name=processes/handover-outside/again.scenario",
                    "/rehearsal/record",
                    "/rehearsal/record?process=coordination-meeting")) {
                member.opens(draft + each);
                Looks.look(member.page(), screen + " " + each, findings);
            }
            member.opens(draft + "/rehearsal/record?process=support-planning");
            member.press("始める");
            Looks.look(member.page(), screen + " recording", findings);
        }
        assertThat(findings).isEmpty();
    }

    private Page startsDraft(StaffMember author) {
        Page page = author.opens("/studio/drafts/new").page();
        page.locator("#title").fill("引継ぎを見直す");
        page.locator("input[value='process:" + KEY + "']").check();
        author.press("下書きを始める");
        assertThat(page.locator("h1")).hasText("引継ぎを見直す");
        draft = page.url().replaceFirst("https?://[^/]+", "");
        return page;
    }

    private FilePayload changed() {
        String text =
                new String(published.files(workshop.process(KEY, place)).get(0).bytes(), StandardCharsets.UTF_8);
        return new FilePayload(
                "handover-outside.bpmn",
                "application/xml",
                text.replace("receipt == 'again'", "receipt == 'confirmed'").getBytes(StandardCharsets.UTF_8));
    }
}
