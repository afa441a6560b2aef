package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Test;

/** Whoever is faster than the network, or than a colleague, at the meeting's table loses nothing of what he enters. */
@BansoTest
class HurriedChairStory extends BrowserStory {

    @Test
    void whatIsEnteredWhileARowIsBeingSavedIsSavedToo() {
        String caseNo = road.toCategory("1-1");
        road.toMeeting(caseNo, Map.of("usesHellowork", "no", "contractorUsed", "no"));
        String meeting = "/meetings/" + town.meetingOf(caseNo);
        StaffMember chair = signsIn("shunin").opens(meeting);
        Locator row = chair.page().locator("#item-" + caseNo);
        Deque<Route> onTheWay = new ArrayDeque<>();
        chair.page().route("**/items/" + caseNo, onTheWay::add);

        row.locator("input[value=approved]").check();
        row.locator("select[name=responsible]").selectOption("soudan");
        row.locator("input[name=until]").pressSequentially("R9.1");
        chair.page().waitForCondition(() -> !onTheWay.isEmpty());
        chair.page().unroute("**/items/" + caseNo);
        onTheWay.forEach(Route::resume);
        assertThat(row.locator("svg").first()).isVisible();
        row.locator("input[name=until]").pressSequentially(".15");
        chair.page().waitForResponse("**/items/" + caseNo, () -> row.locator("input[name=until]")
                .blur());
        assertThat(row.locator("input[name=until]")).not().isFocused();
        chair.page()
                .waitForCondition(() -> chair.page().locator("#meeting-saved").isVisible());

        chair.opens(meeting);
        assertThat(row.locator("input[value=approved]")).isChecked();
        assertThat(row.locator("select[name=responsible]")).hasValue("soudan");
        assertThat(row.locator("input[name=until]")).hasValue("R9.1.15");
        town.meets(caseNo, "approved");
    }

    @Test
    void ofTwoWhoDecideOneCaseTheSecondSeesWhatTheFirstSavedAndKeepsTheText() {
        String caseNo = road.toCategory("1-1");
        road.toMeeting(caseNo, Map.of("usesHellowork", "no", "contractorUsed", "no"));
        String meeting = "/meetings/" + town.meetingOf(caseNo);
        Locator second = signsIn("jimu").opens(meeting).page().locator("#item-" + caseNo);
        Locator first = signsIn("shunin").opens(meeting).page().locator("#item-" + caseNo);
        first.locator("input[value=held]").check();
        assertThat(first.locator("textarea")).isVisible();
        first.locator("textarea").fill("家族と話してから");
        signsIn("shunin").page().waitForResponse("**/items/" + caseNo, () -> first.locator("textarea")
                .blur());

        second.locator("input[value=conditional]").check();

        assertThat(second.locator("[role=alert]")).containsText("堀内 さつきさんが");
        assertThat(second.locator("[role=alert]")).containsText("保留");
        assertThat(second.locator("input[value=conditional]")).isChecked();
        assertThat(signsIn("shunin").opens(meeting).page().locator("#item-" + caseNo + " input[value=held]"))
                .isChecked();

        second.getByText("自分の入力で保存する").click();
        assertThat(second.locator("[role=alert]")).hasCount(0);
        assertThat(second.locator("input[value=conditional]")).isChecked();
        town.meets(caseNo, "approved");
    }
}
