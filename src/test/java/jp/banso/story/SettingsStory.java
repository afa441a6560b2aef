package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.people.PeopleAdmin;
import jp.banso.studio.Workshop;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process administrator renames a role, adds one, adds a choice and rewrites a letter; another one approves; it is in use. */
@BansoTest
class SettingsStory extends BrowserStory {

    @Autowired
    Workshop workshop;

    @Autowired
    PeopleAdmin admin;

    private Place place;

    @BeforeEach
    void workshop() {
        place = workshop.place();
    }

    @Test
    void aRoleAChoiceAndALetterChangeThroughTwoPeople() {
        StaffMember author = signsIn(place.author());
        Page page = author.opens("/studio").page();
        page.locator("tr[data-settings='roles']").getByText("変える").click();
        page.locator("#title").fill("役割と選択肢と手紙を見直す");
        page.locator("input[value='settings:codes.route']").check();
        page.locator("input[value='settings:letters.contact-request']").check();
        author.press("下書きを始める");

        opensFile(page, "roles.settings");
        page.locator("input[name='row.consultant.name']").fill("くらし相談員");
        page.locator("[id='new.name']").fill("居住支援員");
        author.press("下書きに保存する");
        assertThat(page.locator(".notice.success")).containsText("下書きに保存しました");
        assertThat(page.locator("[aria-labelledby=h-preview]")).containsText("くらし相談員の引受け待ち");
        assertThat(page.locator("[aria-labelledby=h-rows]")).containsText("新しい");
        List<String> looks = new ArrayList<>();
        Looks.look(page, "roles", looks);
        org.assertj.core.api.Assertions.assertThat(looks).isEmpty();
        page.locator("input[name='row.consultant.name']").fill("業務管理者");
        author.press("下書きに保存する");
        assertThat(page.locator("tr[data-row=consultant] .error")).containsText("間違えるので使えません");
        page.locator("input[name='row.consultant.name']").fill("くらし相談員");
        author.press("下書きに保存する");

        toDraft(page);
        opensFile(page, "route.settings");
        page.locator("[id='new.name']").fill("通りがかり");
        author.press("足す");
        assertThat(page.locator("[aria-labelledby=h-preview]")).containsText("通りがかり");

        toDraft(page);
        opensFile(page, "contact-request.settings");
        page.locator("[id='value.body']").fill("｛氏名｝ 様\n\n｛口座番号｝");
        author.press("下書きに保存する");
        assertThat(page.locator("#errors")).containsText("3行目：差し込み「口座番号」はありません");
        page.locator("[id='value.body']").fill("｛氏名｝ 様\n\nお元気ですか。");
        author.press("下書きに保存する");
        assertThat(page.locator("[aria-labelledby=h-preview]")).containsText("架空 花子 様");

        toDraft(page);
        assertThat(page.locator(".changes")).containsText("役割「相談支援員」の名前");
        page.getByText("公開を提案する").click();
        page.locator("#reason").fill("要綱の改正");
        author.press("公開を提案する");
        assertThat(page.locator("#password")).hasCount(0);

        StaffMember other = signsIn(place.other());
        Page desk = other.opens("/studio/publications").page();
        desk.getByText("役割と選択肢と手紙を見直す").click();
        desk.locator("#password").fill(place.other());
        other.press("承認して公開する");
        assertThat(desk.locator(".notice.success")).containsText("公開しました");

        admin.grantRole(place.third(), place.officeId(), "consultant");
        StaffMember worker = signsIn(place.third());
        Page reception = worker.opens("/intake/new").page();
        assertThat(reception.locator("select[name=route], [data-field=route]").first())
                .containsText("通りがかり");
        worker.opens("/me");
        assertThat(reception.locator("main")).containsText("くらし相談員");
    }

    private static void opensFile(Page page, String name) {
        page.locator("tr[data-file='" + name + "'] th a").click();
    }

    private static void toDraft(Page page) {
        page.getByText("下書きに戻る").first().click();
    }
}
