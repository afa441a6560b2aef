package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import java.util.ArrayList;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.studio.Workshop;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The three editors speak Japanese on every way that the exercises take (docs/studio.md says what stays). */
@BansoTest
class StudioWordsStory extends BrowserStory {

    private final List<String> latin = new ArrayList<>();

    @Autowired
    Workshop workshop;

    private Place place;

    @BeforeEach
    void workshop() {
        place = workshop.place();
    }

    @Test
    void theDrawing() {
        StudioDesk desk = starts("process:job-retention", "process:support-planning", "decision:pre-start");
        Page page = desk.page();
        desk.opens("support-planning.bpmn");
        looks(page, "nothing chosen");
        for (String each : List.of("プラン案を作る", "先行開始か調べる", "委託先を使う？", "会議の議題にのせる", "支援調整会議の結果を待つ", "支援が決まった")) {
            desk.chooses(each);
            looks(page, each);
            if (page.locator(".djs-context-pad [data-action='replace']").count() > 0) {
                page.locator(".djs-context-pad [data-action='replace']").click();
                looks(page, each + " turned into something else");
                page.keyboard().press("Escape");
            }
        }
        desk.chooses("委託先を使う？").choosesTheLineTo("はい → 支援の出口を決める");
        looks(page, "a line");
        desk.picks("進む条件", "式で書く");
        looks(page, "a line with an expression");
        desk.chooses("プラン案を作る").button("手順を足す").click();
        looks(page, "blocks");
        page.keyboard().press("Escape");
        desk.button("探す").click();
        looks(page, "search");
        page.keyboard().press("Escape");
        desk.chooses("プラン案を作る").picks("期限", "自分で書く");
        looks(page, "an own due rule");
        signsIn(place.author()).watch().expects(400);
        desk.writes("期限の決まり", "なにか");
        looks(page, "a wrong due rule");
        desk.picks("期限", "ある日から数える");
        looks(page, "a due rule that counts");
        desk.button("全体").click();
        several(page);
        looks(page, "several chosen");
        desk.button("そろえる").click();
        looks(page, "aligning");
        page.keyboard().press("Escape");
        desk.opens("job-retention.bpmn").chooses("1週間後");
        looks(page, "a timer");
        desk.chooses("離職と分かった");
        looks(page, "a message");
        assertThat(latin).isEmpty();
    }

    @Test
    void whatTheCheckSaysOfANewDrawing() {
        StudioDesk desk = starts("process:support-planning");
        Page page = desk.page();
        desk.opens("support-planning.bpmn").chooses("プラン案を作る");
        for (String block : List.of("人の仕事", "分かれ道（どれか1つ）", "時間を待つ", "知らせを待つ", "まとまり", "終わり")) {
            desk.adds(block);
            page.keyboard().press("Escape");
        }
        desk.isSaved();
        assertThat(desk.errors().first()).isVisible();
        looks(page, "findings in the editor");
        page.navigate(desk.draft());
        looks(page, "findings of the draft");
        assertThat(page.locator(".findings")).containsText("（名前なし）待つ（時間）");
        assertThat(latin).isEmpty();
    }

    @Test
    void theTable() {
        StudioDesk desk = starts("decision:pre-start", "decision:support-category");
        Page page = desk.page();
        desk.opens("pre-start.dmn");
        looks(page, "a table");
        for (String cell : List.of(
                "td.input-cell",
                "td.output-cell",
                "td.annotation",
                "td.rule-index",
                "th.input-cell",
                "th.output-cell")) {
            Locator each = page.locator(".decision-table " + cell).first();
            each.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
            looks(page, "the menu of " + cell);
            page.keyboard().press("Escape");
            each.dblclick();
            looks(page, "writing in " + cell);
            page.keyboard().press("Escape");
        }
        page.locator(".decision-table .hit-policy, .decision-table .hit-policy-edit-operator")
                .first()
                .click();
        looks(page, "the hit policy");
        desk.opens("support-category.dmn");
        page.locator(".decision-table td.input-cell").first().click();
        looks(page, "a text cell");
        assertThat(latin).isEmpty();
    }

    @Test
    void theForm() {
        StudioDesk desk = starts("process:support-planning");
        Page page = desk.page();
        desk.opens("chiefCheck.form").button("項目を足す").click();
        for (String kind :
                List.of("短い文", "長い文", "日付", "日付と時刻", "数", "1つ選ぶ（並べる）", "1つ選ぶ（一覧から）", "いくつでも選ぶ", "はい・いいえ", "説明の文")) {
            desk.picks("種類", kind);
            looks(page, "a field: " + kind);
        }
        desk.button("部分を足す").click();
        desk.isSaved();
        looks(page, "findings of a form");
        assertThat(latin).isEmpty();
    }

    private void several(Page page) {
        page.locator(".djs-element[data-element-id='chiefCheck']").click(new Locator.ClickOptions().setForce(true));
        page.locator(".djs-element[data-element-id='signPlan']")
                .click(new Locator.ClickOptions()
                        .setForce(true)
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
    }

    private void looks(Page page, String where) {
        latin.addAll(LatinWords.in(page, where));
    }

    private StudioDesk starts(String... models) {
        return new StudioDesk(signsIn(place.author()).page()).starts("言葉を見る", models);
    }
}
