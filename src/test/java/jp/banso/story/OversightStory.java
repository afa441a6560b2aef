package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.calendar.JapaneseDate;
import jp.banso.handover.HandoverWorld;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.story.OversightOffice.Desk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Monday morning with forty late steps: the coordinator finds why, frees what can be freed, and covers for the ill. */
@BansoTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OversightStory extends BrowserStory {

    private static final String LATE = "/oversight/steps?due=overdue";
    private static final int TWO_WEEKS = 14;

    /** Made once for all parts; the last part is the one that changes its numbers. */
    private static Desk desk;

    @Autowired
    OversightOffice office;

    @Autowired
    HandoverWorld world;

    @BeforeEach
    void mondayMorning() {
        if (desk == null) {
            desk = office.onMonday(town);
        }
    }

    @AfterAll
    static void leaveNothing() {
        if (desk != null) {
            desk.closes();
            desk = null;
        }
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyPageIsAccessibleAndFits(Screen screen) {
        List<String> findings = new ArrayList<>();
        StaffMember coordinator = signsIn(desk.coordinator(), screen);
        for (String path : List.of(
                "/oversight",
                "/oversight?by=person",
                LATE,
                "/oversight/stuck",
                "/oversight/workload",
                "/absences",
                "/handovers")) {
            coordinator.opens(path);
            Looks.look(coordinator.page(), path, findings);
        }
        drawingAndTableSayTheSame(coordinator, findings);
        OversightBoard board = new OversightBoard(coordinator).step(OversightOffice.LONG_NAME);
        Looks.look(coordinator.page(), "step", findings);
        board.leavesWord(screen + "で見ています");
        Looks.look(coordinator.page(), "step, told", findings);
        coordinator.opens(LATE + "&person=" + desk.third());
        board.proposes(List.of(desk.deputy()));
        Looks.look(coordinator.page(), "proposal", findings);
        board.carriesOut();
        Looks.look(coordinator.page(), "result", findings);
        board.undoes();
        Looks.look(coordinator.page(), "taken back", findings);
        assertThat(findings).isEmpty();
    }

    @Order(1)
    @Test
    void aFreshOfficeAndRefusalsAreAccessibleToo() {
        List<String> findings = new ArrayList<>();
        HandoverWorld.Place fresh = world.place();
        StaffMember leader = signsIn(fresh.leader, Screen.PHONE);
        for (String path : List.of("/oversight", LATE, "/oversight/stuck", "/oversight/workload")) {
            leader.opens(path);
            assertThat(leader.page().locator(".empty, .quiet").first()).isVisible();
            Looks.look(leader.page(), "fresh " + path, findings);
        }
        fresh.closes();
        StaffMember coordinator = signsIn(desk.coordinator(), Screen.PHONE);
        new OversightBoard(coordinator).step("手元 00");
        Page page = coordinator.page();
        page.locator("#d-on").fill("R8.13.1");
        page.locator("#d-why").fill("本人の都合");
        coordinator.press("期限を変える");
        assertThat(page.locator("main")).containsText("13月はありません");
        assertThat(page.locator("#d-on")).hasValue("R8.13.1");
        assertThat(page.locator("#d-why")).hasValue("本人の都合");
        Looks.look(page, "due refused", findings);
        coordinator.opens("/oversight/stuck?reason=unplanned");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("静止 00"));
        row.locator("summary").click();
        row.getByLabel("次の連絡日").fill(Wareki.of(today()));
        row.getByLabel("その日にすること").fill("電話する");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(row.locator(".error-text")).hasText("明日か、それよりあとの日を入れてください。");
        assertThat(row.getByLabel("その日にすること")).hasValue("電話する");
        assertThat(page).hasURL(Pattern.compile("reason=unplanned"));
        Looks.look(page, "standing refused", findings);
        coordinator.opens("/oversight/workload");
        Locator line = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("代田 勤"));
        line.locator("summary").click();
        line.getByLabel("目安のケース数").fill("たくさん");
        line.getByRole(AriaRole.BUTTON).click();
        assertThat(line.locator(".error-text")).containsText("0から200までの数");
        assertThat(line.getByLabel("目安のケース数")).hasValue("たくさん");
        Looks.look(page, "load refused", findings);
        assertThat(findings).isEmpty();
    }

    private static void drawingAndTableSayTheSame(StaffMember coordinator, List<String> findings) {
        Page page =
                coordinator.opens("/oversight/flow?process=assessment-triage").page();
        assertThat(page.locator("[data-diagram][data-drawn]")).isVisible();
        Looks.look(page, "flow", findings);
        Locator row = page.locator("section table tbody tr")
                .filter(new Locator.FilterOptions().setHasText("アセスメントをする"))
                .first();
        assertThat(page.locator("[data-container-id=intakeAssessment] .step-count"))
                .hasText(row.locator("td").nth(0).innerText().strip() + " 遅れ "
                        + row.locator("td").nth(1).innerText().strip());
        assertThat(page.locator(".step-count")).hasCount(1);
        assertThat(row.locator("td").nth(1)).hasText("32");
    }

    @Order(2)
    @Test
    void everyTableCanBeTakenAlong() throws IOException {
        StaffMember coordinator = signsIn(desk.coordinator());
        OversightBoard board = new OversightBoard(coordinator);
        Page page = coordinator.opens(LATE).page();
        TakenTable late = TakenTable.behind(page.locator("details.export"), page);
        assertThat(late.excelRows()).isEqualTo(board.total()).isEqualTo(OversightOffice.OVERDUE);
        assertThat(late.utf8()).startsWith("\uFEFF").contains(OversightOffice.HARD_NAME);
        assertThat(late.utf8Rows()).isEqualTo(board.total());
        assertThat(late.windows31j())
                .doesNotContain(OversightOffice.HARD_NAME)
                .contains(OversightOffice.HARD_NAME.replace("𠮷", "〓"))
                .containsPattern("\\d+行目,氏名," + OversightOffice.HARD_NAME.replace("𠮷", "〓"));

        page.navigate("/oversight/stuck");
        TakenTable standing = TakenTable.behind(page.locator("details.export"), page);
        assertThat(standing.excelRows()).isEqualTo(standing.utf8Rows()).isEqualTo(board.total());
        page.navigate("/oversight/workload");
        TakenTable loads = TakenTable.behind(page.locator("details.export"), page);
        assertThat(loads.excelRows())
                .isEqualTo(loads.utf8Rows())
                .isEqualTo(page.locator("tbody > tr").count());
        for (String by : List.of("step", "person", "role", "office", "process")) {
            page.navigate("/oversight?by=" + by);
            TakenTable lines = TakenTable.behind(page.locator("details.export").first(), page);
            assertThat(lines.excelRows())
                    .as(by)
                    .isEqualTo(lines.utf8Rows())
                    .isEqualTo(page.locator(".columns.board tbody th a").count());
        }
        TakenTable weeks = TakenTable.behind(page.locator("details.export").last(), page);
        assertThat(weeks.excelRows())
                .isEqualTo(weeks.utf8Rows())
                .isEqualTo(page.locator("table.weeks th.num[scope=col]").count());
    }

    @Order(3)
    @Test
    void aSavedViewOpensTheSameView() {
        StaffMember coordinator = signsIn(desk.coordinator());
        Page page = coordinator.opens("/oversight?by=person").page();
        page.locator("#o-role").selectOption("consultant");
        coordinator.press("しぼりこむ");
        String lines = page.locator(".columns.board table").first().innerText();
        assertThat(lines).contains("病田 休", OversightOffice.LONG_NAME);
        coordinator.press("この表示を保存する");
        page.getByLabel("表示の名前").fill("月曜の朝");
        coordinator.press("表示を保存する");
        assertThat(page.locator(".notice.success")).containsText("表示を保存しました");

        page.navigate("/oversight");
        assertThat(page.locator("#o-role")).hasValue("");
        page.locator("form.filters").getByText("月曜の朝").click();
        assertThat(page.locator("#o-role")).hasValue("consultant");
        assertThat(page.locator(".by a[aria-current]")).hasText("担当ごと");
        assertThat(page.locator(".columns.board table").first().innerText()).isEqualTo(lines);
    }

    @Order(4)
    @Test
    void fortyLateStepsOnMondayMorning() throws IOException {
        StaffMember coordinator = signsIn(desk.coordinator());
        OversightBoard board = new OversightBoard(coordinator).opens();
        assertThat(board.figure("期限超過")).isEqualTo(OversightOffice.OVERDUE);
        assertThat(board.reasons()).containsExactlyInAnyOrderEntriesOf(OversightOffice.REASONS);
        OversightOffice.REASONS.forEach((reason, count) -> {
            board.opens().opensReason(reason);
            assertThat(board.total()).as(reason).isEqualTo(count);
            assertThat(board.rows()).hasCount(count);
        });
        board.opens().opensFigure("期限超過");
        assertThat(board.total()).isEqualTo(OversightOffice.OVERDUE);
        assertThat(board.rows()).hasCount(OversightOffice.OVERDUE);
        printedBoardHas(coordinator, "期限超過 40件", "担当のところで止まっている 15件", "だれも引き受けていない 10件");

        freesTen(coordinator, board);
        assertThat(board.opens().figure("期限超過")).isEqualTo(37);
        assertThat(board.reasons())
                .containsEntry("だれも引き受けていない", 7)
                .containsEntry("本人の返事を待っている", 6)
                .containsEntry("担当のところで止まっている", 14);
        office.isDone(caseOf(coordinator, "宙浮 01"), desk.third());
        assertThat(board.opens().figure("期限超過")).as("one is done").isEqualTo(36);

        movesWhatTheIllWorkerHolds(coordinator, board);
        assertThat(board.opens().figure("期限超過"))
                .as("late is late, whoever holds it")
                .isEqualTo(36);
        printedBoardHas(coordinator, "期限超過 36件");
        coversForTwoWeeks(coordinator);
    }

    /** Ten steps and cases, by five ways: a holder, another day, a day to ask again, a word, a day for a standing case. */
    private void freesTen(StaffMember coordinator, OversightBoard board) {
        LocalDate soon = calendar.plusWorkingDays(today(), 3, desk.place().officeId);
        board.step("宙浮 01").gives(desk.third());
        board.step("宙浮 02").gives(desk.third());
        board.step("宙浮 03").moves(soon, "本人の都合で面談を延ばしたため");
        board.step("預かり 00").moves(soon, "担当が休んだため");
        board.step("同意 01").moves(soon, "来所の日を変えたため");
        board.step("手元 00").asksAgain("person", soon);
        board.step("手元 01").asksAgain("person", soon);
        board.step("預かり 01").tells("戻ったら、まずこの方に連絡してください");
        board.step("手元 02").tells("今日中に様子を教えてください");
        coordinator.opens("/oversight/stuck?reason=unplanned");
        assertThat(board.total()).isEqualTo(OversightOffice.STANDING);
        board.looksAgain("静止 01", soon, "電話で様子を聞く");
        assertThat(board.total()).isEqualTo(OversightOffice.STANDING - 1);
    }

    private static String caseOf(StaffMember coordinator, String person) {
        coordinator.opens(LATE);
        return coordinator
                .page()
                .locator("tr[data-row] .person-name")
                .filter(new Locator.FilterOptions().setHasText(person))
                .getAttribute("href")
                .replaceAll(".*/", "");
    }

    private void movesWhatTheIllWorkerHolds(StaffMember coordinator, OversightBoard board) {
        String held = LATE + "&person=" + desk.ill();
        coordinator.opens(held);
        assertThat(board.total()).isEqualTo(11);
        board.proposes(List.of(desk.deputy(), desk.third()));
        assertThat(board.load(desk.deputy())).isEqualTo("11件 → 15件");
        assertThat(board.load(desk.third())).isEqualTo("8件 → 15件");
        List<String> results = board.carriesOut();
        assertThat(results).hasSize(11).allMatch(each -> each.contains("担当になりました") && each.contains("病田 休"));
        coordinator.opens(held);
        assertThat(board.total()).isZero();
        coordinator.page().goBack();
        assertThat(board.undoes()).hasSize(11).allMatch(each -> each.contains("病田 休さんに戻しました"));
        coordinator.opens(held);
        assertThat(board.total()).isEqualTo(11);
        board.proposes(List.of(desk.deputy(), desk.third()));
        assertThat(board.carriesOut()).hasSize(11).allMatch(each -> each.contains("担当になりました"));
    }

    private void coversForTwoWeeks(StaffMember coordinator) {
        LocalDate first = today().plusDays(1);
        LocalDate last = first.plusDays(TWO_WEEKS - 1);
        Page page = coordinator.opens("/absences/new?username=" + desk.ill()).page();
        page.getByLabel("不在の種類").selectOption("sick");
        page.getByLabel("最初の日").fill(JapaneseDate.typed(first));
        page.getByLabel("最後の日").fill(JapaneseDate.typed(last));
        page.getByLabel("相談支援員").selectOption(desk.deputy());
        coordinator.press("不在を入れる");
        assertThat(page.locator(".notice.success")).containsText("不在");

        StaffMember deputy = signsIn(desk.deputy());
        deputy.opens("/worklist");
        Locator view = deputy.page().locator("#views a").filter(new Locator.FilterOptions().setHasText("代理"));
        assertThat(view).hasCount(0);
        town.passesTo(first);
        deputy.opens("/worklist");
        // the two that are due later, and the one whose day was moved
        assertThat(view).hasText(Pattern.compile("代理\\s*3"));
        view.click();
        assertThat(deputy.page().locator("tr[data-row]")).hasCount(3);
        assertThat(deputy.page().locator("tr[data-row]").first()).containsText("病田 休さんの代理");
        town.passesTo(last);
        deputy.opens("/worklist");
        assertThat(view).hasCount(1);
        town.passesTo(last.plusDays(1));
        deputy.opens("/worklist");
        assertThat(view).hasCount(0);
    }

    /** What comes out of the printer has the numbers of the screen, on few pages. */
    private static void printedBoardHas(StaffMember coordinator, String... words) throws IOException {
        byte[] paper = coordinator.opens("/oversight").page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (var document = Loader.loadPDF(paper)) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(3);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            for (String word : words) {
                assertThat(text).contains(word.replaceAll("\\s", ""));
            }
        }
    }
}
