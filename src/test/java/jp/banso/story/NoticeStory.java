package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.people.PeopleAdmin;
import jp.banso.story.HeadlessBrowser.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a member is told, on the screen. */
@BansoTest
class NoticeStory extends BrowserStory {

    private static final String READER = "shirase-miru";

    @Autowired
    Notices notices;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void joins() {
        if (database.queryForList("SELECT 1 FROM app_user WHERE username = ?", READER)
                .isEmpty()) {
            admin.createUser(READER, "架空 見る", "midorino", READER);
        }
        admin.setActive(READER, true);
        admin.grantRole(READER, OFFICE, "coordinator");
    }

    @AfterEach
    void leaves() {
        database.update("DELETE FROM notice WHERE username = ?", READER);
        database.update("DELETE FROM notice_preference WHERE username = ?", READER);
        admin.setActive(READER, false);
    }

    @Test
    void theBellCountsWhatIsUnreadUntilItIsOpened() {
        StaffMember member = signsIn(READER);
        Page page = member.page();
        assertThat(bell(page)).hasAccessibleName("知らせ");
        member.opens("/notices");
        assertThat(page.locator(".empty h2")).hasText("知らせは、ありません");

        tells(3);
        member.opens("/worklist");
        assertThat(bell(page)).hasAccessibleName("知らせ 3件");
        bell(page).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("架空の知らせ 2"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/worklist\\?view=team$"));
        assertThat(bell(page)).hasAccessibleName("知らせ 2件");

        member.opens("/notices").press("すべて既読にする");
        assertThat(page.locator(".notice.success")).containsText("すべて既読にしました");
        assertThat(bell(page)).hasAccessibleName("知らせ");
        assertThat(page.locator(".bell-count")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void thePagesAreAccessibleAndFit(Screen screen) {
        List<String> findings = new ArrayList<>();
        StaffMember member = signsIn(READER, screen);
        member.opens("/notices");
        Looks.look(member.page(), "no notices", findings);
        tells(4);
        member.opens("/notices");
        Looks.look(member.page(), "notices", findings);
        member.opens("/notices/settings");
        Looks.look(member.page(), "settings", findings);
        member.watch().expects(400);
        member.page().getByLabel("1日のまとめ").check();
        member.press("この受け取り方にする");
        assertThat(member.page().locator(".error-summary")).isFocused();
        Looks.look(member.page(), "refused settings", findings);
        assertThat(findings).isEmpty();
    }

    @Test
    void aMemberChoosesHowToBeTold() {
        StaffMember member = signsIn(READER);
        Page page = member.page();
        member.opens("/me");
        page.getByText("知らせの受け取り方を決める").click();
        page.getByLabel("メールアドレス").fill("miru@city.example.jp");
        page.getByLabel("1週間のまとめ").check();
        member.press("この受け取り方にする");
        assertThat(page.locator(".notice.success")).containsText("受け取り方を決めました");
        assertThat(page.getByLabel("メールアドレス")).hasValue("miru@city.example.jp");
        assertThat(page.getByLabel("1週間のまとめ")).isChecked();
    }

    private void tells(int many) {
        for (int each = 1; each <= many; each++) {
            notices.tell(new NewNotice(
                    READER, "reminder", "架空の知らせ " + each, "電話はつながりましたか", "/worklist?view=team", "story" + each));
        }
    }

    private static Locator bell(Page page) {
        return page.locator(".site-bell");
    }
}
