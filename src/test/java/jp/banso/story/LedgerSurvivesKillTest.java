package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.banso.story.HeadlessBrowser.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A whole year of consultations comes in through the pages; the server is killed on the way and goes on by itself. The
 * figures are those of the ledger's answer, to the digit: on the page, and counted anew in the tables.
 */
@Tag("browser")
class LedgerSurvivesKillTest {

    private static final Path LEDGER = Path.of("src/test/resources/ledger/consultation-ledger-r06.csv");
    private static final Path ANSWER = Path.of("src/test/resources/ledger/consultation-ledger-r06.answer.json");
    private static final double MOST_MINUTES = 6 * 60_000;
    private static final Pattern ROWS_IN = Pattern.compile("([0-9,]+)／");

    /** Counted here in the tables of the rooms, independently of what the rooms publish. */
    private static final Map<String, String> COUNTS = Map.ofEntries(
            Map.entry("received", "SELECT COUNT(*) FROM support_case"),
            Map.entry("interviewed", "SELECT COUNT(*) FROM form_record WHERE step = 'firstInterview'"),
            Map.entry("planned", "SELECT COUNT(*) FROM support_plan"),
            Map.entry("target", "SELECT COUNT(*) FROM support_plan WHERE goal_type = 'employment'"),
            Map.entry("hired", "SELECT COUNT(DISTINCT case_no) FROM employment"),
            Map.entry(
                    "evaluated_both",
                    "SELECT COUNT(*) FROM evaluation WHERE will_first + economy_first + work_first + will_last"
                            + " + economy_last + work_last IS NOT NULL"),
            Map.entry(
                    "improved",
                    "SELECT COUNT(*) FROM evaluation WHERE will_last > will_first OR economy_last > economy_first"
                            + " OR work_last > work_first"),
            Map.entry("visits", "SELECT SUM(visits) FROM carried_count"),
            Map.entry("budget", "SELECT COUNT(*) FROM carried_count WHERE budget_consulted"),
            Map.entry("budget_plan", "SELECT COUNT(*) FROM carried_count WHERE budget_planned"),
            Map.entry("returning_person_rows", "SELECT COUNT(*) - COUNT(DISTINCT person_id) FROM support_case"));

    @TempDir
    Path data;

    private final JsonNode answer;

    LedgerSurvivesKillTest() throws Exception {
        answer = new ObjectMapper().readTree(ANSWER.toFile());
    }

    @Test
    void aYearComesInOnceThoughTheServerIsKilledOnTheWay() throws Exception {
        try (ServerProcess server = new ServerProcess(data)) {
            server.start();
            StaffMember clerk =
                    new StaffMember(HeadlessBrowser.fresh(server.address(), Screen.DESK), Clock.systemDefaultZone());
            clerk.signsIn("jimu");
            String address = chooses(clerk);
            assertThat(clerk.page().locator("h1")).hasText("%,d件を取り込めます".formatted(number("received")));
            assertThat(clerk.page().locator("main")).containsText(number("blank_rows") + "行");
            assertThat(clerk.page().locator("main")).containsText("前にも来た人 " + number("returning_person_rows") + "件");
            assertThat(kindsOfRefusal(clerk))
                    .hasSize(answer.get("rejected_kinds").size());
            clerk.press("%,d件を取り込む".formatted(number("received")));
            int in = waitsForRows(clerk.page());

            server.isKilled();
            assertThat(in).isBetween(1, number("received") - 1);
            server.start();

            clerk.opens(address);
            assertThat(clerk.page().locator("h1"))
                    .containsText("取り込みました", new ContainsTextOptions().setTimeout(MOST_MINUTES));
            assertThat(clerk.page().locator("h1")).hasText("%,d件を取り込みました".formatted(number("received")));
            seesTheFigures(clerk.page());

            chooses(clerk);
            assertThat(clerk.page().locator("h1")).hasText("取り込む行は、ありません");
            assertThat(clerk.page().locator("main")).containsText("%,d件".formatted(number("received")));
            clerk.leaves();
        }
        countsTheTables();
    }

    /** @return where the preview stands */
    private static String chooses(StaffMember clerk) {
        clerk.opens("/intake/import");
        clerk.page().locator("#file").setInputFiles(LEDGER.toAbsolutePath());
        clerk.page().locator("#asOf").fill("R7.3.31");
        clerk.press("台帳を確かめる");
        clerk.page().waitForURL(Pattern.compile(".*/intake/import/.+"));
        return clerk.page().url();
    }

    private static List<String> kindsOfRefusal(StaffMember clerk) {
        return new ArrayList<>(
                new TreeSet<>(clerk.page().locator("#refused tbody td[data-label=直し方]").allTextContents().stream()
                        .map(text -> text.startsWith("同じ受付番号") ? "同じ受付番号" : text)
                        .map(text -> text.startsWith("受付日がありません") || text.startsWith("令和6年2月30日") ? "日付" : text)
                        .toList()));
    }

    /** @return how many rows the page said were in when some were */
    private static int waitsForRows(Page page) {
        assertThat(page.locator("#progress strong"))
                .containsText(Pattern.compile("[1-9][0-9]{2}／"), new ContainsTextOptions().setTimeout(MOST_MINUTES));
        var text = page.locator("#progress strong").textContent();
        var found = ROWS_IN.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Integer.parseInt(found.group(1).replace(",", ""));
    }

    private void seesTheFigures(Page page) {
        // the heading may be there before the rest of the page is
        assertThat(page.locator("#h-refused"))
                .containsText(
                        String.valueOf(number("rejected_rows")), new ContainsTextOptions().setTimeout(MOST_MINUTES));
        Map<String, String> seen = new TreeMap<>();
        for (var row : page.locator("#figures tbody tr").all()) {
            seen.put(row.getAttribute("data-figure"), row.textContent().replaceAll("[\\s,]+", " "));
        }
        List.of(
                        "received",
                        "interviewed",
                        "planned",
                        "target",
                        "hired",
                        "evaluated_both",
                        "visits",
                        "budget",
                        "budget_plan")
                .forEach(figure -> assertThat(seen.get(figure).replace(" ", ""))
                        .as(figure)
                        .containsPattern("[^0-9.]" + number(figure) + "[件人回]"));
        assertThat(seen.get("hired_rate")).contains(answer.get("hired_rate").asText(), "59.9%", "（215／359）");
        assertThat(seen.get("improved")).contains("（%d／%d）".formatted(number("improved"), number("evaluated_both")));
        assertThat(seen.get("visits")).contains(answer.get("visits_per_month").asText());
    }

    private void countsTheTables() {
        JdbcTemplate sql = new JdbcTemplate(
                new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("banso") + ";IFEXISTS=TRUE", "sa", ""));
        COUNTS.forEach((figure, count) ->
                assertThat(sql.queryForObject(count, Integer.class)).as(figure).isEqualTo(number(figure)));
        BigDecimal rate = sql.queryForObject(
                "SELECT CAST(100 AS DECIMAL(20, 10)) * (SELECT COUNT(DISTINCT case_no) FROM employment)"
                        + " / (SELECT COUNT(*) FROM support_plan WHERE goal_type = 'employment')",
                BigDecimal.class);
        assertThat(rate.setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(answer.get("hired_rate").asText());
        assertThat(sql.queryForObject("SELECT COUNT(DISTINCT received_no) FROM ledger_entry", Integer.class))
                .isEqualTo(number("received"));
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM support_case c WHERE c.status = 'open' AND 1 <> (SELECT COUNT(*)"
                                + " FROM act_ru_execution e WHERE e.business_key_ = c.case_no AND e.super_exec_ IS NULL"
                                + " AND e.parent_id_ IS NULL)",
                        Integer.class))
                .as("open cases without exactly one journey")
                .isZero();
    }

    private int number(String figure) {
        return answer.get(figure).asInt();
    }
}
