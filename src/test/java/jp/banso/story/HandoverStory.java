package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.handover.HandoverWorld;
import jp.banso.handover.HandoverWorld.Place;
import jp.banso.story.HeadlessBrowser.Screen;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 人事異動: one worker leaves, three take over 120 cases by rule, with a brief each, and speak with their people. */
@BansoTest
class HandoverStory extends BrowserStory {

    private static final int CASES = 120;
    private static final int BUSY = 24;
    private static final double TWO_MINUTES = 120_000;

    @Autowired
    HandoverWorld world;

    @Autowired
    CaseFiles cases;

    private Place place;

    @BeforeEach
    void anOffice() {
        place = world.place();
    }

    @AfterEach
    void leaveNothing() {
        place.closes();
    }

    @Test
    void inAprilOneLeavesAndThreeTakeOverHundredTwentyCases() throws IOException {
        String leaving = place.user("saeki", "佐伯 去子", "consultant");
        List<String> taking = List.of(
                place.user("okada", "岡田 真", "consultant"),
                place.user("miyake", "三宅 葵", "consultant"),
                place.user("todo", "藤堂 𠮷郎", "consultant"));
        IntStream.range(0, 9).forEach(i -> place.quiet("架空 先" + i, taking.get(0)));
        List<String> moving = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String name = "髙﨑 歩" + i;
            moving.add(i < BUSY ? place.busy(name, leaving) : place.quiet(name, leaving));
            cases.setCategory(moving.get(i), i % 3 == 0 ? "1-1" : "1-2");
        }
        List<String> findings = new ArrayList<>();
        StaffMember leader = signsIn(place.leader);
        StaffMember onThePhone = signsIn(place.leader, Screen.PHONE);

        leader.opens("/handovers");
        assertThat(leader.page().locator(".empty")).containsText("引継ぎは、まだありません");
        look(leader, "list, empty", findings);
        leader.page().getByText("引継ぎを決める").click();
        look(leader, "new", findings);
        looksAt(onThePhone, "/handovers/new", "new", findings);
        leader.watch().expects(422);
        leader.press("分け方を確かめる");
        assertThat(leader.page().locator(".error-summary")).containsText("異動する人を選んでください。");
        look(leader, "new, wrong", findings);

        leader.page().locator("#from").selectOption(place.officeId + "/" + leaving);
        for (String username : taking) {
            leader.page().locator("#to-" + place.officeId + "-" + username).check();
        }
        leader.press("分け方を確かめる");
        assertThat(leader.page().locator("h1")).hasText("120件を3人で引き受けます");
        assertThat(row(leader, "loads", "岡田 真")).containsText("9 → 43件");
        assertThat(row(leader, "loads", "三宅 葵")).containsText("0 → 43件");
        assertThat(row(leader, "loads", "三宅 葵")).containsText("0 → 8件");
        assertThat(row(leader, "loads", "藤堂 𠮷郎")).containsText("0 → 43件");
        look(leader, "preview", findings);
        String path = leader.page().url().replaceFirst("^https?://[^/]+", "");
        looksAt(onThePhone, path, "preview", findings);

        leader.page().locator("#r-" + moving.get(0)).selectOption(taking.get(2));
        assertThat(leader.page().locator("#r-" + moving.get(0) + " option:checked"))
                .hasText(Pattern.compile("岡田 真|三宅 葵|藤堂 𠮷郎"));
        leader.press("次の50件");
        assertThat(leader.page().locator("#items")).containsText("2／3ページ");
        leader.press("前の50件");
        assertThat(leader.page().locator("#r-" + moving.get(0))).hasValue(taking.get(2));
        leader.press("この分け方で進む");
        assertThat(leader.page().locator("h1")).hasText("佐伯 去子さんの120件を引き継ぎますか");
        look(leader, "confirm", findings);

        leader.press("120件を引き継ぐ");
        assertThat(leader.page().locator("h1"))
                .hasText("佐伯 去子さんから120件を引き継ぎました", new LocatorAssertions.HasTextOptions().setTimeout(TWO_MINUTES));
        assertThat(world.owner(moving.get(0))).isEqualTo(taking.get(2));
        assertThat(moving).allSatisfy(caseNo -> assertThat(world.owner(caseNo)).isIn(taking));
        assertThat(moving.subList(0, BUSY)).allSatisfy(caseNo -> assertThat(world.holders(caseNo))
                .containsEntry("intakeAssessment", world.owner(caseNo)));
        look(leader, "done", findings);
        looksAt(onThePhone, path, "done", findings);

        briefsAreMade(leader, path);
        firstContactsAreTracked(leader, path, moving, taking, findings);
        looksAt(onThePhone, path, "contacts", findings);
        looksAt(onThePhone, "/handovers", "list", findings);
        look(leader.opens(path + "/undo"), "undo", findings);
        assertThat(findings).isEmpty();
    }

    private void briefsAreMade(StaffMember leader, String path) throws IOException {
        byte[] all = leader.page()
                .request()
                .get(path + "/briefs.pdf", RequestOptions.create().setTimeout(TWO_MINUTES))
                .body();
        try (var document = Loader.loadPDF(all)) {
            assertThat(document.getNumberOfPages()).isEqualTo(CASES);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("髙﨑歩0", "髙﨑歩" + (CASES - 1), "藤堂𠮷郎", "アセスメントをする");
        }
    }

    private void firstContactsAreTracked(
            StaffMember leader, String path, List<String> moving, List<String> taking, List<String> findings) {
        String first = moving.stream()
                .filter(caseNo -> taking.get(1).equals(world.owner(caseNo)))
                .findFirst()
                .orElseThrow();
        StaffMember newWorker = signsIn(taking.get(1));
        newWorker.opens("/handovers");
        newWorker.page().getByText("佐伯 去子さんから").click();
        assertThat(newWorker.page().locator(".figures")).containsText("最初の連絡がまだ");
        look(newWorker, "of the receiver", findings);
        newWorker.opens("/cases/" + first + "/notes/new");
        newWorker.page().locator("[name=sentence]").fill("新しい担当としてあいさつし、来週の面談を約束した");
        newWorker.page().locator("form button.primary").click();
        assertThat(newWorker.page().locator(".notice.success")).containsText("経過を書きました");

        leader.opens(path);
        assertThat(row(leader, "counts", "三宅 葵")).hasText(Pattern.compile("三宅 葵\\s*\\d+\\s*1\\s*\\d+\\s*0"));
        town.passesTo(calendar.plusWorkingDays(today(), 11, place.officeId));
        leader.opens(path);
        assertThat(leader.page().locator("#items tbody tr").first()).containsText("1営業日超過");
        assertThat(leader.page().locator(".figures .overdue")).containsText("119");
        look(leader, "contacts overdue", findings);
    }

    private static Locator row(StaffMember member, String table, String name) {
        return member.page().locator("#" + table + " tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void looksAt(StaffMember member, String path, String name, List<String> findings) {
        member.opens(path);
        look(member, name + " on a phone", findings);
    }

    private void look(StaffMember member, String name, List<String> findings) {
        member.page().locator("main h1").first().waitFor();
        Looks.look(member.page(), name, findings);
    }
}
