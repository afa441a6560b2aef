package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

/** Two process administrators: one proposes what stands in a draft, the other puts it in force, both on the pages. */
final class StudioPair {

    private static final Pattern STUCK = Pattern.compile("止まったもの [1-9]");

    private final StaffMember author;
    private final StaffMember other;
    private final String password;

    StudioPair(StaffMember author, StaffMember other, String password) {
        this.author = author;
        this.other = other;
        this.password = password;
    }

    void publish(StudioDesk desk) {
        publish(desk.draft());
    }

    /** The page of the publication is open before the second one afterwards. */
    void publish(String draft) {
        author.opens(draft + "/propose");
        author.page().locator("#reason").fill("仕事のしかたを変えるため");
        author.press("公開を提案する");
        assertThat(author.page().locator("main")).containsText("別の業務管理者が承認します");
        other.opens(author.page().url().replaceFirst("https?://[^/]+", ""));
        other.page().locator("#password").fill(password);
        other.press("承認して公開する");
        assertThat(other.page().locator(".notice.success")).containsText("公開しました");
        assertThat(other.page().locator("main")).not().containsText(STUCK);
    }
}
