package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.processengine.PublishedFiles;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.studio.Workshop;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two process administrators change a deadline: drafted, checked, proposed, approved, in force, and taken back. */
@BansoTest
class StudioStory extends BrowserStory {

    private static final String KEY = "handover-outside";

    @Autowired
    Workshop workshop;

    @Autowired
    PublishedFiles published;

    private Place place;

    @BeforeEach
    void workshop() {
        place = workshop.place();
    }

    @Test
    void aDeadlineIsChangedByTwoPeopleAndTakenBack() {
        StaffMember author = signsIn(place.author());
        Page page = author.page();
        startsDraft(author, "引継ぎの期限を延ばす");
        assertThat(page.locator("tr[data-file]")).hasCount(5);
        assertThat(page.locator("main")).containsText("公開中のものと同じです");
        assertThat(page.locator("main")).containsText("あなたが編集しています");

        page.locator("#files").setInputFiles(model("+14日", "+21日"));
        author.press("入れる");
        assertThat(page.locator("tr[data-file='handover-outside.bpmn']")).containsText("変えた");
        assertThat(page.locator("[aria-labelledby=h-findings]")).containsText("直すところは、ありません");
        assertThat(page.locator(".changes del")).hasText("14日以内");
        assertThat(page.locator(".changes ins")).hasText("21日以内");

        page.getByText("公開を提案する").click();
        page.locator("#legalBasis").fill("令和7年4月施行");
        author.press("公開を提案する");
        assertThat(page.locator("#errors")).containsText("変える理由を");
        assertThat(page.locator("#legalBasis")).hasValue("令和7年4月施行");
        page.locator("#reason").fill("相手の機関に余裕がないため");
        author.press("公開を提案する");
        assertThat(page.locator("main")).containsText("承認できません。別の業務管理者が承認します");
        assertThat(page.locator("#password")).hasCount(0);

        StaffMember other = signsIn(place.other());
        Page desk = other.opens("/notices").page();
        desk.getByText("引継ぎの期限を延ばす").first().click();
        assertThat(desk.locator("main")).containsText("相手の機関に余裕がないため");
        desk.locator("#password").fill("ちがう");
        other.press("承認して公開する");
        assertThat(desk.locator("main")).containsText("パスワードがちがいます");
        desk.locator("#password").fill(place.other());
        other.press("承認して公開する");
        assertThat(desk.locator(".notice.success")).containsText("公開しました");

        other.opens("/processes/" + KEY);
        assertThat(desk.locator("#step-accompanyHandover")).containsText("21日以内");
        other.opens("/studio");
        assertThat(desk.locator("tr[data-model='" + KEY + "']")).containsText("第1版");
        other.opens("/studio/publications");
        desk.getByText("引継ぎの期限を延ばす").click();
        desk.locator("#undo-reason").fill("まちがえたため");
        desk.locator("#undo-password").fill(place.other());
        other.press("前の版に戻す");
        assertThat(desk.locator(".notice.success")).containsText("前の版に戻しました");
        other.opens("/processes/" + KEY);
        assertThat(desk.locator("#step-accompanyHandover")).containsText("14日以内");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndNothingIsLost() {
        StaffMember author = signsIn(place.author());
        Page page = author.page();
        startsDraft(author, "まちがえる");
        page.locator("#files").setInputFiles(model("candidateGroups=\"consultant\"", "candidateGroups=\"nobody\""));
        author.press("入れる");
        assertThat(page.locator(".findings")).containsText("直さないと公開できない");
        assertThat(page.locator(".findings")).containsText("付き添って引き継ぐ");
        assertThat(page.locator(".findings")).containsText("役割「nobody」はありません");
        page.locator("#files").setInputFiles(new FilePayload("写真.png", "image/png", new byte[] {1, 2, 3}));
        author.press("入れる");
        assertThat(page.locator(".notice")).containsText("「写真.png」は受け取れません");
        page.getByText("公開を提案する").click();
        page.locator("#reason").fill("急ぐ");
        author.press("公開を提案する");
        assertThat(page.locator(".notice")).containsText("直さないと公開できないところがあります");
    }

    @Test
    void oneChangesItTheOtherSeesWhoAndTakesOver() {
        StaffMember author = signsIn(place.author());
        startsDraft(author, "ふたりで変える");
        String path = author.page().url().replaceFirst("https?://[^/]+", "");
        StaffMember other = signsIn(place.other());
        Page desk = other.opens(path).page();
        assertThat(desk.locator("main")).containsText("さんが編集しています");
        assertThat(desk.locator("#files")).hasCount(0);
        other.press("編集を引き継ぐ");
        assertThat(desk.locator("main")).containsText("あなたが編集しています");
        author.page().locator("#files").setInputFiles(model("+14日", "+21日"));
        author.press("入れる");
        assertThat(author.page().locator(".notice")).containsText("編集しています。変えるときは、編集を引き継いでください");
        desk.locator("#text").fill("この期限でよいですか");
        other.press("メモを残す");
        author.opens(path);
        assertThat(author.page().locator("main")).containsText("この期限でよいですか");
    }

    @Test
    void everyPageIsAccessibleAndFits() {
        List<String> findings = new ArrayList<>();
        startsDraft(signsIn(place.author()), "手順の名前がとても長くて一行に入りきらないときの下書きを、見出しと一覧で確かめる");
        String path = signsIn(place.author()).page().url().replaceFirst("https?://[^/]+", "");
        signsIn(place.author()).page().locator("#files").setInputFiles(model("+14日", "+21日"));
        signsIn(place.author()).press("入れる");
        for (Screen screen : Screen.values()) {
            StaffMember member = signsIn(place.author(), screen);
            for (String each : List.of(
                    "/studio",
                    "/studio/drafts/new",
                    path,
                    path + "/propose",
                    "/studio/publications",
                    "/studio/models/process/" + KEY)) {
                member.opens(each);
                Looks.look(member.page(), screen + " " + each, findings);
            }
        }
        assertThat(findings).isEmpty();
    }

    private void startsDraft(StaffMember author, String title) {
        Page page = author.opens("/studio/drafts/new").page();
        page.locator("#title").fill(title);
        page.locator("input[value='process:" + KEY + "']").check();
        author.press("下書きを始める");
        assertThat(page.locator("h1")).hasText(title);
    }

    private FilePayload model(String before, String after) {
        String text =
                new String(published.files(workshop.process(KEY, place)).get(0).bytes(), StandardCharsets.UTF_8);
        return new FilePayload(
                "handover-outside.bpmn",
                "application/xml",
                text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }
}
