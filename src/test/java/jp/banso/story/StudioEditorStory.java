package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.people.People;
import jp.banso.studio.ModelDrafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator changes a process, its forms and a decision on the page, and sees at once what is still missing. */
@BansoTest
class StudioEditorStory extends BrowserStory {

    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{4,}");

    @Autowired
    ModelDrafts drafts;

    @Autowired
    People people;

    private String draft = "";

    @AfterEach
    void givesTheDraftUp() {
        if (!draft.isEmpty()) {
            var kanri = people.find("kanri").orElseThrow();
            var id = draft.replaceAll(".*/", "");
            drafts.takeOver(id, kanri);
            drafts.drop(id, kanri);
        }
    }

    @Test
    void aStepIsRenamedMovedInTimeAndFollowedByANewOneWithItsForm() {
        List<String> looks = new ArrayList<>();
        Page page = signsIn("kanri").page();
        StudioDesk desk = starts(page, "process:support-planning");

        desk.opens("support-planning.bpmn");
        assertThat(desk.errors()).hasCount(0);
        desk.chooses("プラン案を確かめる").writes("名前", "主任が確かめる").picks("期限", "2営業日以内");
        assertThat(page.locator("[data-panel] .reading").first())
                .containsText(Pattern.compile("今日始まったら、期限は R\\d+\\.\\d+\\.\\d+（[月火水木金]）です"));
        desk.isSaved();
        assertThat(desk.outline("主任が確かめる")).containsText("2営業日以内");
        assertThat(page.locator(".djs-element.is-changed[data-element-id='chiefCheck']"))
                .isAttached();
        Looks.look(page, "drawing", looks);

        desk.adds("人の仕事");
        page.keyboard().press("Escape");
        desk.writes("名前", "家族の話を聞く");
        desk.isSaved();
        assertThat(desk.errors().first()).containsText("直さないと公開できない");
        assertThat(desk.errors().filter(new Locator.FilterOptions().setHasText("担当する役割がありません。")))
                .hasCount(1);
        assertThat(page.locator(".djs-element.is-wrong")).hasCount(1);
        desk.picks("役割", "相談支援員").picks("期限", "5営業日以内").writes("説明", "家族が困っていることを聞く。");
        desk.button("新しい様式を作る").click();
        assertThat(page.locator("[data-panel]").getByText("様式を開く")).isVisible();
        desk.isSaved();
        assertThat(desk.errors()).hasCount(0);
        assertThat(page.locator(".djs-element.is-wrong")).hasCount(0);
        Looks.look(page, "drawing with a new step", looks);

        desk.reloads().chooses("家族の話を聞く");
        assertThat(desk.field("名前")).hasValue("家族の話を聞く");
        page.locator("[data-panel]").getByText("様式を開く").click();
        desk.isOpen();
        fillsTheForm(desk, page);
        Looks.look(page, "form", looks);

        desk.reloads();
        assertThat(page.locator(".form-field-name")).containsText("家族が困っていること");
        assertThat(page.locator("[data-preview-place]")).containsText("家族が困っていること");
        assertThat(looks).isEmpty();
    }

    @Test
    void aStepThatGoesToAnotherLaneKeepsItsLines() {
        Page page = signsIn("kanri").page();
        StudioDesk desk = starts(page, "process:consultation-intake");
        desk.opens("consultation-intake.bpmn").chooses("初回面接をする");
        desk.addsStep("車のことを聞く", "askCar", "相談支援員", "5営業日以内").makesItsForm();
        desk.button("「相談支援員」の段へ動かす").click();
        assertThat(desk.field("担当の段").locator("option:checked")).hasText("相談支援員");
        assertThat(page.locator(".ways li")).hasCount(1);
        assertThat(page.locator(".ways li")).containsText("緊急かどうか決める");
        assertThat(desk.outline("先に同意が要る？")).containsText("はい → 同意を取る");
        desk.isWithoutErrors();

        desk.joins("進め方を決める").isSaved();
        assertThat(desk.errors()).containsText("線が2本以上出ていて、どれに進むのか図から読めません");
    }

    @Test
    void whatTheToolsDrawMayBePublished() {
        Page page = signsIn("kanri").page();
        StudioDesk desk = starts(page, "process:support-planning");
        desk.opens("support-planning.bpmn").chooses("プラン案を作る");
        for (String block : List.of(
                "分かれ道（どれか1つ）", "支援調整会議の議題にのせる", "先行開始", "見守り", "時間を待つ", "知らせを待つ", "先に起きたほうへ", "同時に進む", "まとまり", "終わり")) {
            desk.adds(block);
            page.keyboard().press("Escape");
        }
        desk.isSaved();
        assertThat(desk.errors().filter(new Locator.FilterOptions().setHasText("タイマーの時間がありません")))
                .containsText("（名前なし）待つ（時間）");
        assertThat(desk.errors().filter(new Locator.FilterOptions().setHasText("どの知らせ（メッセージ）かが選ばれていません")))
                .hasCount(1);
        assertThat(desk.findings().allInnerTexts()).noneMatch(finding -> finding.contains("使えません"));
    }

    @Test
    void aFormThatCannotBePublishedSaysSoUntilItIsMended() {
        Page page = signsIn("kanri").page();
        StudioDesk desk = starts(page, "process:support-planning");
        desk.opens("chiefCheck.form");
        desk.button("項目を足す").click();
        desk.writes("項目の名前", "電話の時間").writes("キー", "電話");
        desk.isSaved();
        assertThat(desk.errors().first()).containsText("キー「電話」は小文字で始まる英数字で書いてください");
        assertThat(page.locator(".form-field.wrong")).hasCount(1);
        desk.writes("キー", "phoneTime");
        assertThat(desk.errors()).hasCount(0);
        assertThat(page.locator("[data-preview-place] [data-field='phoneTime']"))
                .isVisible();
    }

    @Test
    void aDecisionGetsAnotherRule() {
        List<String> looks = new ArrayList<>();
        Page page = signsIn("kanri").page();
        StudioDesk desk = starts(page, "decision:pre-start");
        desk.opens("pre-start.dmn");
        int rules = page.locator("tbody [data-row-id] .rule-index, tbody .rule-index")
                .count();
        desk.button("行を足す").click();
        assertThat(page.locator("tbody .rule-index")).hasCount(rules + 1);
        page.locator("tbody tr:nth-child(" + (rules + 1) + ") td.output-cell")
                .first()
                .click();
        page.keyboard().type("true");
        desk.isSaved();
        desk.reloads();
        assertThat(page.locator("tbody .rule-index")).hasCount(rules + 1);
        assertThat(page.locator("tbody tr:nth-child(" + (rules + 1) + ") td.output-cell")
                        .first())
                .containsText("true");
        Looks.look(page, "decision", looks);
        assertThat(looks).isEmpty();
    }

    @Test
    void whoeverIsSlowerKeepsWhatWasWritten() {
        Page first = signsIn("kanri").page();
        StudioDesk desk = starts(first, "process:support-planning").opens("support-planning.bpmn");
        StaffMember colleague = signsIn("kanri2");
        colleague.opens(first.url().replaceAll("https?://[^/]+", ""));
        assertThat(colleague.page().locator("[data-editor]")).hasAttribute("data-ready", "yes");
        assertThat(colleague.page().locator("[data-panel] input").first()).isDisabled();
        colleague.press("編集を引き継ぐ");
        assertThat(colleague.page().locator(".notice.success")).containsText("編集を引き継ぎました");

        signsIn("kanri").watch().expects(409);
        desk.chooses("プラン案を作る").writes("名前", "プランの案を書く");
        assertThat(first.locator("[data-conflict]")).containsText("に変えました。あなたの変更は、まだ保存していません。");
        assertThat(desk.field("名前")).hasValue("プランの案を書く");
        var kept = first.waitForDownload(() -> desk.button("自分の内容を取り出す").click());
        assertThat(kept.path()).content().contains("プランの案を書く");
        desk.button("相手の内容を読み込む").click();
        assertThat(first.locator(".studio-notice").first()).containsText("ここでは、見るだけです");
    }

    @Test
    void theEditorsSpeakJapanese() {
        Page page = signsIn("kanri").page();
        StudioDesk desk = starts(page, "process:support-planning", "decision:pre-start");
        desk.opens("support-planning.bpmn").chooses("プラン案を作る");
        assertThat(english(page, ".djs-palette [title], .djs-context-pad [title]", "title"))
                .isEmpty();
        page.locator(".djs-context-pad [data-action='replace']").click();
        assertThat(page.locator(".djs-popup")).isVisible();
        assertThat(english(page, ".djs-popup", "text")).isEmpty();
        page.keyboard().press("Escape");
        desk.button("探す").click();
        assertThat(english(page, ".djs-search-container [aria-label]", "aria-label"))
                .isEmpty();

        desk.opens("pre-start.dmn");
        assertThat(english(page, ".decision-table [title], .decision-table label", "title"))
                .isEmpty();
        page.locator("tbody td.input-cell")
                .first()
                .click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        assertThat(page.locator(".context-menu")).isVisible();
        assertThat(english(page, ".context-menu", "text")).isEmpty();
    }

    private StudioDesk starts(Page page, String... models) {
        StudioDesk desk = new StudioDesk(page).starts("編集の練習 " + System.nanoTime(), models);
        draft = desk.draft();
        return desk;
    }

    private static void fillsTheForm(StudioDesk desk, Page page) {
        desk.button("項目を足す").click();
        desk.writes("項目の名前", "家族が困っていること").picks("種類", "長い文");
        desk.writes("文字数の上限", "400").isSaved();
        assertThat(page.locator("[data-preview-place] textarea")).isVisible();
        assertThat(desk.errors()).hasCount(0);
    }

    /** Words of four letters and more that are neither names of the model nor the mark of the library. */
    private static List<String> english(Page page, String selector, String attribute) {
        List<String> found = new ArrayList<>();
        for (Locator each : page.locator(selector).all()) {
            String text = attribute.equals("text") ? each.innerText() : each.getAttribute(attribute);
            if (text != null && ENGLISH.matcher(text).find() && !text.contains("bpmn.io")) {
                found.add(text);
            }
        }
        return found;
    }
}
