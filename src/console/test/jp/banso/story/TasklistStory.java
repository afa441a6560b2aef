package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.story.api.Task;
import jp.banso.story.api.Town;
import jp.banso.story.api.Worker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A step is worked in Camunda's Tasklist as it is in the product, by whom it concerns and by nobody else. */
@BansoTest
@Tag("console")
class TasklistStory extends BrowserStory {

    private static final String WRITTEN = "家では話せないことを聞いた";
    private static final String TASK = "/camunda/api/engine/engine/default/task/${id}";
    private static final Path PICTURES = Path.of(System.getProperty("banso.build", "target"), "console-pictures");
    private static final String OPEN = "まだ担当のいないやること";

    /** Where the engine keeps what it is told. */
    private static final List<String> MEMORY = List.of(
            "SELECT COUNT(*) FROM ACT_RU_VARIABLE WHERE TEXT_ LIKE ? OR NAME_ = 'consentNote'",
            "SELECT COUNT(*) FROM ACT_HI_VARINST WHERE TEXT_ LIKE ? OR NAME_ = 'consentNote'",
            "SELECT COUNT(*) FROM ACT_HI_DETAIL WHERE TEXT_ LIKE ? OR NAME_ = 'consentNote'",
            "SELECT COUNT(*) FROM ACT_HI_COMMENT WHERE MESSAGE_ LIKE ?",
            "SELECT COUNT(*) FROM ACT_HI_OP_LOG WHERE NEW_VALUE_ LIKE ?");

    @Autowired
    JdbcTemplate database;

    @Test
    void aStepIsClaimedAndRecordedInTheTasklistAndStandsOnTheTimeline() {
        String caseNo = town.as("uketsuke").receives(called("列 一葉"));
        StaffMember consultant = signsIn("soudan");
        Page page = consultant.opens("/camunda").page();
        opensList(page, OPEN);
        task(page, "列 一葉").click();
        page.getByText("引き受ける", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".task-card")).containsText("佐伯 由香");
        Locator forward = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("記録する"));
        page.getByLabel("同意しない。相談だけ続ける").check();
        page.getByLabel("本人が話したこと").fill(WRITTEN);
        page.getByLabel("匿名相談").check();
        assertThat(page.getByText("同意の範囲")).hasCount(0);
        consultant.isPicturedIn(PICTURES);
        consultant.watch().expects(404); // the Tasklist asks once more for the task that is done
        forward.click();
        page.getByText("一覧からやることを選んでください。").waitFor();
        assertThat((Boolean) page.evaluate("() => Object.keys(localStorage).some(k => k.startsWith('camunda-form'))"))
                .isFalse();

        consultant.opensCase(caseNo).shows(WRITTEN);
        assertThat(new CaseFile(page).timeline()).first().asString().contains("同意");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM form_record WHERE business_key = ? AND step = 'obtainConsent' AND recorded_by = 'soudan'",
                        Integer.class,
                        caseNo))
                .isEqualTo(1);
        isNotRememberedByTheEngine(WRITTEN);
    }

    @Test
    void anotherMunicipalityFindsItsOwnTasksOnly() {
        town.as("uketsuke").receives(called("列 二葉"));
        town.as("hoka").receives(called("隣 町子"));
        Page page = signsIn("hoka").opens("/camunda/app/tasklist/default/").page();
        task(page, "隣 町子").first().waitFor();
        assertThat(task(page, "列 二葉")).hasCount(0);
        opensList(page, OPEN);
        page.getByText("いま、やることはありません。").waitFor();
    }

    @Test
    void whatTheFormMissesIsSaidInJapaneseAndNothingIsRecorded() {
        String caseNo = town.as("uketsuke").receives(called("列 三葉"));
        String taskId = town.as("soudan").task(caseNo, "obtainConsent").taskId();
        StaffMember consultant = signsIn("soudan");
        consultant.watch().expects(400);
        Page page = consultant.opens("/camunda").page();
        Object answer = page.evaluate(
                """
                async id => {
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                  const call = await fetch(`/camunda/api/engine/engine/default/task/${id}/submit-form`, {method: 'POST',
                    headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token},
                    body: JSON.stringify({variables: {consentOutcome: {value: 'agreed'}, injected: {value: 1}}})});
                  return call.status + ' ' + await call.text();
                }
                """,
                taskId);
        assertThat((String) answer).startsWith("400").contains("この様式にない項目です", "利用目的");
        assertThat(town.as("soudan").task(caseNo, "obtainConsent").taskId()).isEqualTo(taskId);
    }

    @Test
    void aLongFormShowsWhatIsKnownAndOffersTheStaff() {
        String caseNo = road.toAssessment(called("列 五葉"), Map.of());
        town.as("soudan").completes(caseNo, "intakeAssessment");
        Worker chief = town.as("shunin");
        String taskId = chief.task(caseNo, "decideCategory").taskId();
        chief.post("/tasks/" + taskId + "/claim", Map.of()).ok();
        StaffMember member = signsIn("shunin");
        Page page =
                member.opens("/camunda/app/tasklist/default/#/?task=" + taskId).page();
        page.getByText("支援類型").first().waitFor();
        member.isPicturedIn(PICTURES);
        String form =
                (String) page.evaluate("async id => await (await fetch(`" + TASK + "/deployed-form`)).text()", taskId);
        assertThat(form).contains("佐伯 由香").doesNotContain("valuesKey", "\"known\"");

        Object status = page.evaluate(
                """
                async ([id, answer]) => {
                  const variables = {};
                  for (const [key, value] of Object.entries(answer)) {
                    variables[key] = Array.isArray(value) ? {type: 'Json', value: JSON.stringify(value)} : {value};
                  }
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                  return (await fetch(`%s/complete`, {method: 'POST', body: JSON.stringify({variables}),
                    headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token}})).status;
                }
                """
                        .formatted(TASK),
                List.of(taskId, chief.answer(taskId, Map.of())));
        assertThat(status).isEqualTo(204);
        assertThat(chief.tasks(caseNo)).extracting(Task::step).doesNotContain("decideCategory");
        member.opensCase(caseNo).shows("支援類型");
    }

    @Test
    void cockpitShowsAnAdministratorHowProcessesRun() {
        town.as("uketsuke").receives(called("列 四葉"));
        Page page = signsIn("system")
                .opens("/camunda/app/cockpit/default/#/processes")
                .page();
        page.getByText("相談受付・インテーク").first().waitFor();
        page.navigate("/camunda/app/admin/default/#/users");
        page.reload();
        page.getByText("soudan2").waitFor();
        assertThat(page.getByText("hoka", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    private void isNotRememberedByTheEngine(String text) {
        for (String memory : MEMORY) {
            Object[] given = {"%" + text + "%"};
            assertThat(database.queryForObject(memory, Integer.class, given))
                    .as(memory)
                    .isZero();
        }
    }

    private static void opensList(Page page, String name) {
        page.getByText(name).first().click();
    }

    private static Locator task(Page page, String person) {
        return page.locator("li.task h4 a").filter(new Locator.FilterOptions().setHasText(person));
    }

    private static Map<String, Object> called(String name) {
        Map<String, Object> person = Town.stranger();
        person.put("name", name);
        return person;
    }
}
