package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.studio.Workshop;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two versions beside each other, and what the product ships newer beside a municipality's own version. */
@BansoTest
class StudioCompareStory extends BrowserStory {

    private static int number;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    PublishedFiles published;

    private Place place;
    private StudioPair pair;

    @BeforeEach
    void workshop() {
        place = workshop.place();
        pair = new StudioPair(signsIn(place.author()), signsIn(place.other()), place.other());
    }

    @Test
    void anyTwoStatesAreLaidBesideEachOther() {
        StudioDesk desk = starts("確認を見なおす", "process:support-planning", "decision:pre-start");
        desk.opens("support-planning.bpmn");
        desk.chooses("プラン案を確かめる").picks("期限", "2営業日以内");
        desk.chooses("プラン案を作る")
                .addsStep("家族の話を聞く", "hearFamily", "相談支援員", "5営業日以内")
                .makesItsForm();
        desk.chooses("支援の出口を決める").button("消す").click();
        desk.chooses("本人の署名をもらう").picks("担当の段", "主任相談支援員");
        desk.button("役割を「主任相談支援員」にする").click();
        desk.isSaved();

        Page page = desk.page();
        page.navigate(desk.draft());
        page.getByText("「プラン作成・支援決定」を見くらべる").click();
        assertThat(page.locator("[data-side='before'][data-drawn]")).isVisible();
        assertThat(page.locator("[data-side='after'][data-drawn]")).isVisible();
        isMarked(page, "after", "hearFamily", "cmp-added", "＋");
        isMarked(page, "before", "goalSetting", "cmp-removed", "−");
        isMarked(page, "before", "chiefCheck", "cmp-changed", "変");
        isMarked(page, "after", "chiefCheck", "cmp-changed", "変");
        isMarked(page, "after", "signPlan", "cmp-moved", "移");
        assertThat(row(page, "プラン案を確かめるの期限")).containsText("3営業日以内");
        assertThat(row(page, "プラン案を確かめるの期限")).containsText("2営業日以内");
        assertThat(row(page, "本人の署名をもらうの役割")).containsText("主任相談支援員");
        assertThat(row(page, "本人の署名をもらうの担当の段")).containsText("相談支援員");
        assertThat(page.locator("tr[data-change='ADDED']").filter(has("家族の話を聞く（")))
                .containsText("役割 相談支援員、期限 5営業日以内");
        row(page, "プラン案を確かめるの期限").locator("[data-jump]").click();
        assertThat(page.locator("[data-side='after'] .djs-element.cmp-here[data-element-id='chiefCheck']"))
                .isVisible();
        String path = page.url().replaceFirst("https?://[^/]+", "");

        page.locator("#c-after").selectOption(page.locator("#c-before").inputValue());
        page.locator(".compare-choice button").click();
        assertThat(page.locator(".empty")).containsText("ちがいは、ありません");
        looksWell(path);
    }

    @Test
    void readersSeePublishedVersionsAndNoDrafts() {
        String staff = workshop.staff(place, "soudan", "consultant");
        StudioDesk desk = starts("期限を延ばす", "process:handover-outside");
        desk.opens("handover-outside.bpmn").chooses("付き添って引き継ぐ").picks("期限", "21日以内");
        desk.isWithoutErrors();
        pair.publish(desk);
        starts("次の下書き", "process:handover-outside");

        StaffMember reader = signsIn(staff).opens("/processes/handover-outside");
        reader.page().getByText("版をくらべる").click();
        assertThat(reader.page().locator("#c-after option")).hasText(new String[] {"第1版（公開中）", "共通の第1版"});
        assertThat(row(reader.page(), "付き添って引き継ぐの期限")).containsText("14日以内");
        assertThat(reader.page().locator("[data-side='before'][data-drawn]")).isVisible();
        reader.findsNothingAt("/processes/handover-outside/compare?after=draft-"
                + desk.draft().replaceAll(".*/", ""));
        reader.watch().expects(403);
        reader.opens("/studio/models/process/handover-outside/compare");
    }

    @Test
    void aDecisionIsComparedRuleByRule() {
        StudioDesk desk = starts("すぐ始める", "decision:pre-start");
        desk.opens("pre-start.dmn");
        Page page = desk.page();
        page.locator("tbody tr:nth-child(2) td.input-cell >> nth=1").click();
        page.keyboard().press("Control+A");
        page.keyboard().type("> 7");
        desk.isSaved();
        page.navigate("/studio/models/decision/pre-start/compare");
        assertThat(page.locator("h2").filter(has("決定表"))).isVisible();
        assertThat(page.locator("tr[data-change='CHANGED']").filter(has("規則2"))).containsText("> 7");
        assertThat(page.locator("[data-compare]")).hasCount(0);
    }

    @Test
    void whatTheProductChangedAndTheTownChangedAsWellIsChosen() {
        String key = "offered" + ++number;
        ships(key, "+14日");
        StudioDesk desk = starts("期限を延ばす", "process:" + key);
        desk.opens(key + ".bpmn").chooses("付き添って引き継ぐ").picks("期限", "21日以内");
        desk.isWithoutErrors();
        pair.publish(desk);
        ships(key, "+10日");

        StaffMember author = signsIn(place.author()).opens("/studio");
        Page page = author.page();
        page.locator("section[aria-labelledby='h-offers'] form")
                .filter(has("この自治体の第1版"))
                .getByText("見くらべる")
                .click();
        Locator model =
                page.locator("section[aria-labelledby='h-sides'] tbody tr").filter(has("両方が変えています"));
        assertThat(model).hasCount(1);
        assertThat(model).containsText("10日以内");
        assertThat(model).containsText("21日以内");
        model.getByText("製品の版を採る").click();
        assertThat(page.locator(".notice.success")).containsText("製品の版を採りました");
        pair.publish(page.url().replaceAll("https?://[^/]+|[?#].*", ""));
        author.opens("/processes/" + key);
        assertThat(page.locator("#step-accompanyHandover")).containsText("10日以内");
        author.opens("/studio");
        assertThat(page.locator("section[aria-labelledby='h-offers']").filter(has(key)))
                .hasCount(0);
    }

    private void ships(String key, String due) {
        var shipped =
                published.inForce(Kind.PROCESS, "handover-outside", "aogaoka").orElseThrow();
        deployment.deployShipped(published.files(shipped).stream()
                .filter(file -> !file.name().endsWith(".scenario")) // they would be played with everybody's drafts
                .map(file -> new ModelFile(
                        file.name().replace("handover-outside", key),
                        new String(file.bytes(), StandardCharsets.UTF_8)
                                .replace("handover-outside", key)
                                .replace("+14日", due)
                                .getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private void looksWell(String path) {
        List<String> looks = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            StaffMember member = signsIn(place.author(), screen).opens(path);
            assertThat(member.page().locator("[data-side='after'][data-drawn]")).isAttached();
            Looks.look(member.page(), screen + " compare", looks);
        }
        assertThat(looks).isEmpty();
    }

    private static void isMarked(Page page, String side, String element, String marker, String sign) {
        assertThat(page.locator(
                        "[data-side='" + side + "'] .djs-element." + marker + "[data-element-id='" + element + "']"))
                .isAttached();
        assertThat(page.locator("[data-side='" + side + "'] [data-container-id='" + element + "'] .compare-sign"))
                .hasText(sign);
    }

    private static Locator row(Page page, String what) {
        return page.locator("tr[data-change]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th", new Page.LocatorOptions().setHasText(what))));
    }

    private StudioDesk starts(String title, String... models) {
        return new StudioDesk(signsIn(place.author()).page()).starts(title, models);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
