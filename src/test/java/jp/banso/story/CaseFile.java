package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The case page: where the person is now, on the journey, and what happened so far. */
final class CaseFile {

    private final Page page;

    CaseFile(Page page) {
        this.page = page;
    }

    /** One of the open steps is this, and these people have it. */
    CaseFile isNowAt(String step, String holder) {
        Locator now = page.locator(".now")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".step", new Page.LocatorOptions().setHasText(step))));
        assertThat(now.first()).containsText(holder);
        return this;
    }

    /** Nobody has anything to do: the case waits for a day, a meeting or somebody's answer. */
    CaseFile waits() {
        assertThat(page.locator(".now")).hasCount(1);
        assertThat(page.locator(".now a")).hasCount(0);
        return this;
    }

    /** The stage that is ringed on the journey. */
    CaseFile stands(String stage) {
        assertThat(page.locator(".journey li[aria-current='step']")).containsText(stage + "（いまここ）");
        return this;
    }

    CaseFile hasBehind(String... stages) {
        for (String stage : stages) {
            assertThat(page.locator(".journey li.past")
                            .filter(new Locator.FilterOptions().setHasText(stage))
                            .first())
                    .isVisible();
        }
        return this;
    }

    CaseFile isClosed() {
        assertThat(page.locator(".notice.success").filter(new Locator.FilterOptions().setHasText("支援は終わりました")))
                .isVisible();
        assertThat(page.locator(".journey li.here")).hasCount(0);
        return this;
    }

    CaseFile opensTab(String name) {
        page.locator(".tabs")
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        assertThat(page.locator(".tabs a[aria-current='page']")).containsText(name);
        return this;
    }

    CaseFile shows(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    /** Headings of the timeline, newest first. */
    List<String> timeline() {
        assertThat(page.locator(".timeline").first()).isVisible();
        return page.locator(".timeline li h3").allInnerTexts();
    }

    /** Records that consent was taken back. */
    void consentIsWithdrawn(String reason) {
        opensTab("同意");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("同意の撤回を記録する"))
                .click();
        page.getByLabel("理由・本人が話したこと").fill(reason);
        page.locator(".form-actions button").click();
        assertThat(page.locator(".notice.success").first()).isVisible();
    }
}
