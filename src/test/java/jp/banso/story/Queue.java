package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The queue on the screen. */
final class Queue {

    private final Page page;

    Queue(Page page) {
        this.page = page;
    }

    Locator rows() {
        return page.locator("tr[data-row]");
    }

    /** The row of a person with this step. */
    Locator row(String person, String step) {
        return rows()
                .filter(new Locator.FilterOptions().setHas(page.locator(".person-name", new Page.LocatorOptions().setHasText(person))))
                .filter(new Locator.FilterOptions().setHas(
                        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(step).setExact(true))));
    }

    Locator rowOf(String person) {
        return rows().filter(new Locator.FilterOptions().setHasText(person));
    }

    /** The names of the steps, from top to bottom. */
    List<String> names() {
        assertThat(page.locator("#queue")).isVisible();
        return page.locator("tr[data-row] th a").allInnerTexts();
    }

    void picks(String person) {
        rowOf(person).getByRole(AriaRole.CHECKBOX).check();
    }
}
