package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of those who lead: the board, the lists behind its numbers, one step, and what stands still. */
final class OversightBoard {

    private final StaffMember member;
    private final Page page;

    OversightBoard(StaffMember member) {
        this.member = member;
        this.page = member.page();
    }

    OversightBoard opens() {
        member.opens("/oversight");
        return this;
    }

    /** The number in one of the four boxes. */
    int figure(String label) {
        return number(box(label).locator(".value"));
    }

    void opensFigure(String label) {
        box(label).click();
    }

    /** Why steps are late, each with how many, as the page lists them. */
    Map<String, Integer> reasons() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (Locator each : page.locator("ul.why > li").all()) {
            reasons.put(each.locator(".reason").innerText().strip(), number(each.locator("a")));
        }
        return reasons;
    }

    void opensReason(String label) {
        page.locator("ul.why > li")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("a")
                .click();
    }

    /** How many the list says it has. */
    int total() {
        return number(page.locator(".page-head .version"));
    }

    Locator rows() {
        return page.locator("tr[data-row]");
    }

    /** Opens the step of a person from the list of all that is late. */
    OversightBoard step(String person) {
        member.opens("/oversight/steps?due=overdue");
        row(person).locator("th a").click();
        assertThat(page.locator("h1")).hasText(java.util.regex.Pattern.compile("をする|を取る"));
        return this;
    }

    Locator row(String person) {
        return rows().filter(new Locator.FilterOptions()
                .setHas(page.locator(".person-name", new Page.LocatorOptions().setHasText(person))));
    }

    void gives(String username) {
        page.locator("#a-user").selectOption(username);
        member.press("この人に決める");
        saved("担当になりました");
    }

    void moves(LocalDate due, String why) {
        page.locator("#d-on").fill(Wareki.of(due));
        page.locator("#d-why").fill(why);
        member.press("期限を変える");
        saved("期限を変えました");
    }

    void asksAgain(String what, LocalDate day) {
        page.locator("#f-kind").selectOption(what);
        page.locator("#f-on").fill(Wareki.of(day));
        member.press("連絡日を決める");
        saved("次の連絡日を決めました");
    }

    /** To who holds the step. */
    void tells(String text) {
        writes(text, "伝える", "さんに伝えました");
    }

    /** For whoever will take a step that nobody holds. */
    void leavesWord(String text) {
        writes(text, "残す", "メモを残しました");
    }

    private void writes(String text, String button, String done) {
        page.locator("#a-text").fill(text);
        member.press(button);
        saved(done);
        assertThat(page.getByText(text)).isVisible();
    }

    /** On the page of what stands still: someone looks at the case again on that day. */
    void looksAgain(String person, LocalDate day, String what) {
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(person));
        row.locator("summary").click();
        row.getByLabel("次の連絡日").fill(Wareki.of(day));
        row.getByLabel("その日にすること").fill(what);
        row.getByRole(AriaRole.BUTTON).click();
        saved("確かめることにしました");
    }

    /** On a list: all of it shall be held by somebody else. */
    void proposes(List<String> receivers) {
        page.locator("button[name=all]").click();
        for (String username : receivers) {
            page.locator("input[name=receivers][value='" + username + "']").check();
        }
        member.press("案を作る");
        assertThat(page.getByText("確かめて、下のボタンを押すまで、何も変わりません")).isVisible();
    }

    /** Open steps of a receiver on the page of the proposal, as it is written. */
    String load(String username) {
        return page.locator("label:has(input[name=receivers][value='" + username + "']) .tabular")
                .innerText()
                .strip();
    }

    /** Carries the proposal out; the results, one per step. */
    List<String> carriesOut() {
        member.press("この案で担当を変える");
        assertThat(page.locator("h1")).hasText("担当を変えた結果");
        return page.locator("tbody tr").allInnerTexts();
    }

    /** Gives the moved steps back; the results, one per step. */
    List<String> undoes() {
        member.press("もとの担当に戻す");
        assertThat(page.locator("h1")).hasText("担当をもとに戻した結果");
        return page.locator("tbody tr").allInnerTexts();
    }

    void saved(String text) {
        assertThat(page.locator(".notice.success")).containsText(text);
    }

    private Locator box(String label) {
        return page.locator(".figures a").filter(new Locator.FilterOptions().setHasText(label));
    }

    static int number(Locator text) {
        return Integer.parseInt(text.innerText().replaceAll("\\D", ""));
    }
}
