package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.story.HeadlessBrowser.Screen;
import jp.banso.story.api.Task;
import jp.banso.story.api.Town;
import jp.banso.story.api.Worker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody goes on leave, a leader finds who stands in, and the deputy does the work. */
@BansoTest
class AbsenceStory extends BrowserStory {

    private static final String AWAY = "kyuka-a";
    private static final String DEPUTY = "kyuka-b";
    private static final String LEADER = "kyuka-lead";

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void colleagues() {
        leave();
        Map.of(AWAY, "休 一郎", DEPUTY, "助 二葉", LEADER, "長 三枝").forEach((name, shown) -> {
            if (people.find(name).isEmpty()) {
                admin.createUser(name, shown, "midorino", name);
            }
            admin.setActive(name, true);
        });
        admin.grantRole(AWAY, OFFICE, "consultant");
        admin.grantRole(DEPUTY, OFFICE, "consultant");
        admin.grantRole(LEADER, OFFICE, "coordinator");
    }

    @AfterEach
    void leave() {
        for (String table : List.of("absence_deputy", "absence")) {
            database.update("DELETE FROM " + table + " WHERE absence_id IN"
                    + " (SELECT x.absence_id FROM (SELECT absence_id FROM absence WHERE username LIKE 'kyuka-%') x)");
        }
        List.of(AWAY, DEPUTY, LEADER).forEach(name -> people.find(name).ifPresent(m -> admin.setActive(name, false)));
    }

    @Test
    void aLeaderCoversALeaveAndTheDeputyRecordsInTheirPlace() {
        Task task = held();
        LocalDate first = today().plusDays(1);
        StaffMember leader = signsIn(LEADER);
        Page desk = leader.opens("/absences/new?username=" + AWAY).page();
        leader.watch().expects(400);
        leader.press("不在を入れる");
        assertThat(desk.locator(".error-summary")).isFocused();
        assertThat(desk.locator("#kind-error")).containsText("不在の種類を選んでください");

        desk.getByLabel("不在の種類").selectOption("leave");
        desk.getByLabel("最初の日").fill(JapaneseDate.typed(first));
        desk.getByLabel("最後の日").fill(task.due().toLocalDate().plusDays(1).toString());
        desk.getByLabel("最後の日").press("Tab");
        assertThat(desk.locator("#outlook")).containsText(Pattern.compile("不在の間に期限が来るもの [1-9]"));
        leader.press("不在を入れる");

        assertThat(desk.locator(".notice.warning")).containsText("代理なし");
        assertThat(desk.locator("table")).containsText(task.displayName());
        desk.getByRole(AriaRole.LINK, named("代理を決める")).click();
        Locator deputy = desk.getByLabel("相談支援員");
        assertThat(deputy).containsText(Pattern.compile("助 二葉（相談支援員）　やること \\d+件"));
        deputy.selectOption(DEPUTY);
        leader.press("不在を変える");
        assertThat(desk.locator(".notice.success")).containsText("不在を変えました");
        assertThat(desk.getByText("代理なし")).hasCount(0);

        town.passesTo(first);
        StaffMember standIn = signsIn(DEPUTY);
        Page queue = standIn.opens("/worklist?view=covered").page();
        Locator row = queue.locator("tr[data-row='" + task.taskId() + "']");
        assertThat(row).containsText("休 一郎さんの代理");
        row.getByRole(AriaRole.LINK).click();
        assertThat(queue.getByText("休 一郎さんの代理として記録します")).isVisible();
        standIn.writes(Map.of());
        standIn.forward().click();
        standIn.sawItRecorded();
        queue.navigate("/cases/" + task.caseNo());
        assertThat(queue.locator(".timeline").first()).containsText("助 二葉（休 一郎の代理）");
    }

    @Test
    void whatWasTypedStaysWhenADayCannotBeRead() {
        held();
        StaffMember absent = signsIn(AWAY);
        Page page = absent.opens("/me").page();
        page.getByRole(AriaRole.LINK, named("不在の予定を開く")).click();
        assertThat(page.locator("h1")).hasText("不在の予定");
        assertThat(page.locator(".tabs")).hasCount(0);
        page.getByRole(AriaRole.LINK, named("不在を入れる")).click();
        page.getByLabel("不在の種類").selectOption("trip");
        page.getByLabel("最初の日").fill("R9.13.1");
        page.getByLabel("相談支援員").selectOption(DEPUTY);
        absent.press("日を入れて件数を確かめる");

        assertThat(page.locator("#firstDay-error")).containsText("13月はありません");
        assertThat(page.getByLabel("最初の日")).hasValue("R9.13.1");
        assertThat(page.getByLabel("相談支援員")).hasValue(DEPUTY);
        assertThat(page.getByLabel("不在の種類")).hasValue("trip");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyPageOfAbsencesIsAccessibleAndFits(Screen screen) {
        Task task = held();
        Worker leader = town.as(LEADER);
        String ahead =
                registers(leader, today().plusDays(1), task.due().toLocalDate().plusDays(1), List.of());
        leader.post(
                        "/absences",
                        Map.of(
                                "username",
                                DEPUTY,
                                "kind",
                                "sick",
                                "firstDay",
                                today().toString(),
                                "lastDay",
                                today().plusDays(2).toString(),
                                "deputies",
                                List.of(Map.of("office", OFFICE, "role", "consultant", "username", LEADER))))
                .ok();
        town.as(DEPUTY).claims(town.as(DEPUTY).task(town.as("uketsuke").receives(Town.stranger()), "obtainConsent"));
        List<String> findings = new ArrayList<>();
        StaffMember member = signsIn(LEADER, screen);
        for (String path : List.of(
                "/absences",
                "/absences/new",
                "/absences/new?username=" + AWAY,
                "/absences/" + ahead,
                "/absences/" + ahead + "/change",
                "/absences/" + ahead + "/end",
                "/worklist?view=covered")) {
            member.opens(path);
            Looks.look(member.page(), path, findings);
        }
        member.page().locator("table.queue th.main a").first().click();
        assertThat(member.page().locator("h1")).isVisible();
        Looks.look(member.page(), "covered step", findings);
        member.opens("/absences/new?username=" + AWAY);
        member.watch().expects(400);
        member.press("不在を入れる");
        assertThat(member.page().locator(".error-summary")).isFocused();
        Looks.look(member.page(), "refused", findings);
        assertThat(findings).isEmpty();
    }

    private Task held() {
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        Worker absent = town.as(AWAY);
        return absent.claims(absent.task(caseNo, "obtainConsent"));
    }

    private String registers(Worker by, LocalDate first, LocalDate last, List<?> deputies) {
        return by.post(
                        "/absences",
                        Map.of(
                                "username",
                                AWAY,
                                "kind",
                                "leave",
                                "firstDay",
                                first.toString(),
                                "lastDay",
                                last.toString(),
                                "deputies",
                                deputies))
                .ok()
                .path("absenceId")
                .asText();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
