package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** The pages of the coordination meetings. */
final class MeetingRoom {

    private final Page page;

    MeetingRoom(Page page) {
        this.page = page;
    }

    /** Plans a meeting; its title. */
    String plans(LocalDate day, String place) {
        page.getByLabel("開催日").fill(Wareki.of(day));
        page.getByLabel("始まる時刻").fill("14:00");
        page.getByLabel("場所").fill(place);
        press("会議を予定する");
        assertThat(page.locator(".error-summary")).hasCount(0);
        return page.locator("h1").innerText().strip();
    }

    /** The meeting that has the person on its agenda; planned now if none has. */
    String meetingAbout(String person, LocalDate day) {
        for (String planned : page.locator("#h-ahead ~ table th a").allInnerTexts()) {
            opens(planned.strip());
            if (hasOnItsAgenda(person)) {
                return planned.strip();
            }
            page.goBack();
        }
        String title = plans(day, "第2会議室");
        assertThat(item(person)).isVisible();
        return title;
    }

    /** Opens a meeting that is still ahead; the same number comes back every year. */
    void opens(String title) {
        page.getByLabel("これからの会議")
                .first()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(title).setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText(title);
    }

    private boolean hasOnItsAgenda(String person) {
        return item(person).count() > 0;
    }

    /** Decides one case: result, who is responsible and until when; each is saved at once. */
    void decides(String caseNo, String result, String responsible, LocalDate until) {
        Locator item = page.locator("#item-" + caseNo);
        saving(item, () -> item.locator("input[type=radio][value='" + result + "']")
                .check());
        saving(item, () -> item.locator("select").selectOption(responsible));
        saving(item, () -> {
            item.locator("input[name=until]").fill(Wareki.of(until));
            item.locator("input[name=until]").blur();
        });
        assertThat(item.locator("input[type=radio][value='" + result + "']")).isChecked();
    }

    /** Holds over every case that has no result yet. */
    void holdsOverTheRest() {
        for (Locator open : page.locator("tbody[id^='item-']").all()) {
            if (open.locator("input[type=radio]:checked").count() == 0) {
                decides(
                        open.getAttribute("id").substring("item-".length()),
                        "held",
                        "soudan",
                        LocalDate.of(2030, 3, 1));
            }
        }
    }

    void confirms() {
        page.locator("#meetingEndTime").fill("15:30");
        page.locator("#meetingSummary").fill("議題のとおり決めました。");
        page.locator("#confidentialityConfirmed").check();
        press("この会議を確定する");
    }

    /** The product answers a change with the row as it is saved. */
    private static void saving(Locator item, Runnable change) {
        item.evaluate("row => row.setAttribute('data-unsaved', '')");
        change.run();
        assertThat(item).not().hasAttribute("data-unsaved", "");
    }

    private Locator item(String person) {
        return page.locator("tbody[id^='item-']").filter(new Locator.FilterOptions().setHasText(person));
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
