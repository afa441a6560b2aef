package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

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
        return rowsOf(person)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(step).setExact(true))));
    }

    /** All rows of exactly this person. */
    Locator rowsOf(String person) {
        Pattern whole = Pattern.compile("^\\s*" + person + "\\s*$");
        return rows().filter(new Locator.FilterOptions()
                .setHas(page.locator(".person-name", new Page.LocatorOptions().setHasText(whole))));
    }

    /** The names of the person's steps, from top to bottom. */
    List<String> stepsOf(String person) {
        assertThat(page.locator("#queue")).isVisible();
        return rowsOf(person).locator("th a").allInnerTexts();
    }

    void picks(String person) {
        rowsOf(person).getByRole(AriaRole.CHECKBOX).check();
    }

    /** The row where the keyboard is. */
    Locator here() {
        return page.locator("tr[data-row].at");
    }

    Locator bulkBar() {
        return page.locator("[data-bulk]");
    }

    /** Hands the chosen rows to somebody; the results, one per row. */
    List<String> handsChosenTo(String username) {
        bulkBar()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("担当を変える"))
                .click();
        Locator dialog = page.locator("#assign-dialog");
        dialog.locator("select").selectOption(username);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("担当を変える").setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("担当を変えた結果");
        return page.locator("tbody tr").allInnerTexts();
    }

    /** Narrows the queue down with one of its lists. */
    void narrows(String filter, String value) {
        page.locator("form.filters select[name='" + filter + "']").selectOption(value);
        page.waitForURL(url -> url.contains(filter + "=" + value));
    }

    /** Types words into the filter; they are in no address afterwards. */
    void looksFor(String words) {
        Locator field = page.locator("#f-q");
        if (!field.isVisible()) {
            page.locator("form.filters summary").click();
        }
        field.fill(words);
        page.waitForResponse(
                answer -> answer.url().contains("words=true"),
                () -> page.locator("form.filters details button").click());
        page.waitForURL(url -> url.contains("words=true") && !url.contains("q="));
    }

    void savesThisViewAs(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("この表示を保存する"))
                .click();
        page.getByLabel("表示の名前").fill(name);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("表示を保存する").setExact(true))
                .click();
        assertThat(view(name)).isVisible();
    }

    Locator view(String name) {
        return page.locator("#views a").filter(new Locator.FilterOptions().setHasText(name));
    }
}
