package jp.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.Records;
import jp.banso.formrecord.StepCompletion;
import jp.banso.ledger.internal.Sheet;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.processengine.Flow;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small ledger in a municipality of its own: facts, steps and due dates, and that nothing comes in twice. */
@BansoTest
class LedgerImportTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 3, 31);
    private static final Charset WINDOWS = Charset.forName("windows-31j");

    /** A line in each table that a row may touch. */
    private static final List<String> TABLES = List.of(
            "person",
            "support_case",
            "case_event",
            "case_stage",
            "form_record",
            "support_plan",
            "support_period",
            "employment",
            "aftercare_contact",
            "evaluation",
            "carried_count",
            "work_item",
            "ledger_entry",
            "ACT_RU_EXECUTION",
            "ACT_RU_JOB");

    @Autowired
    private LedgerImports imports;

    @Autowired
    private PeopleAdmin admin;

    @Autowired
    private People people;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Records records;

    @Autowired
    private Worklist worklist;

    @Autowired
    private StepCompletion completion;

    @Autowired
    private Flow flow;

    @LocalServerPort
    private int port;

    private JdbcTemplate sql;
    private String city;
    private String office;
    private Member clerk;

    @Autowired
    void database(DataSource dataSource) {
        sql = new JdbcTemplate(dataSource);
    }

    @BeforeEach
    void aTownOfItsOwn() {
        city = "ledger-" + UUID.randomUUID().toString().substring(0, 8);
        office = city + "-main";
        admin.createMunicipality(city, "見本市");
        admin.createOffice(office, city, "相談課", "municipal");
        admin.createUser(city, "台帳 係", city, city);
        admin.grantRole(city, office, "secretariat");
        clerk = people.find(city).orElseThrow();
    }

    /** Time that other tests let pass must not move these cases. */
    @AfterEach
    void nothingGoesOn() {
        sql.queryForList("SELECT case_no FROM support_case WHERE municipality_id = ?", String.class, city)
                .forEach(caseNo -> flow.cancel(caseNo, city, "test is over"));
    }

    private Sheet everyCourse() {
        return Sheet.whole()
                .row("1", "受付日", "2025-03-10")
                .row("2", "受付日", "2024-05-01")
                .row("3", "受付日", "R7.2.20", "初回面接日", "R7.2.25", "支援類型", "②-1")
                .row("4", "受付日", "2025/2/20", "初回面接日", "2025/2/25", "支援類型", "④")
                .row("5", "受付日", "2024/6/3", "初回面接日", "2024/6/10", "支援類型", "⑤")
                .row(
                        "6",
                        "受付日",
                        "2024/6/3",
                        "初回面接日",
                        "2024/6/10",
                        "支援類型",
                        "①-1",
                        "プラン作成日",
                        "2024/6/20",
                        "就労支援対象",
                        "○",
                        "初回_意欲",
                        "2",
                        "初回_経済",
                        "2",
                        "初回_就労",
                        "2",
                        "最終_意欲",
                        "2",
                        "最終_経済",
                        "3",
                        "最終_就労",
                        "1",
                        "訪問同行回数",
                        "4")
                .row(
                        "7",
                        "受付日",
                        "2024/6/3",
                        "初回面接日",
                        "2024/6/10",
                        "支援類型",
                        "①-1",
                        "プラン作成日",
                        "2024/6/20",
                        "就労支援対象",
                        "有",
                        "就職決定日",
                        "2025/2/14",
                        "就職先",
                        "架空清掃㈱",
                        "雇用形態",
                        "正社員")
                .row(
                        "8",
                        "受付日",
                        "2024/6/3",
                        "初回面接日",
                        "2024/6/10",
                        "支援類型",
                        "①-2",
                        "プラン作成日",
                        "2024/6/20",
                        "就労支援対象",
                        "〇",
                        "就職決定日",
                        "2024/8/1",
                        "就職先",
                        "架空食品",
                        "雇用形態",
                        "派遣")
                .row("9", "受付日", "2025/3/3", "初回面接日", "2025/3/4", "支援類型", "①-1", "家計相談", "○", "家計プラン", "○");
    }

    private LedgerImport bring(byte[] content) {
        var importId = imports.upload("台帳.csv", content, AS_OF, office, clerk);
        imports.start(importId, clerk).join();
        return imports.find(importId, clerk).orElseThrow();
    }

    private LedgerImport bring(Sheet sheet) {
        return bring(sheet.text().getBytes(WINDOWS));
    }

    private String caseOf(String receivedNo) {
        return sql.queryForObject(
                "SELECT case_no FROM ledger_entry WHERE municipality_id = ? AND received_no = ?",
                String.class,
                city,
                receivedNo);
    }

    private Map<String, Integer> tables() {
        return TABLES.stream()
                .collect(java.util.stream.Collectors.toMap(
                        table -> table,
                        table -> java.util.Objects.requireNonNull(
                                sql.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class))));
    }

    @Test
    void runningCasesStandAtTheStepOfTheirFactsAndFinishedOnesAreHistory() {
        var done = bring(everyCourse());
        assertThat(done.status()).isEqualTo("done");
        assertThat(done.rows()).isEqualTo(Map.of("done", 9));
        var open = sql.queryForList(
                "SELECT e.received_no, w.step, w.due_at FROM ledger_entry e JOIN work_item w ON w.business_key = e.case_no"
                        + " WHERE e.municipality_id = ? ORDER BY e.received_no",
                city);
        assertThat(open)
                .extracting(
                        row -> row.get("received_no"), row -> row.get("step"), row -> String.valueOf(row.get("due_at"))
                                .substring(0, 10))
                .containsExactly(
                        tuple("1", "obtainConsent", "2025-03-13"),
                        tuple("3", "accompanyHandover", "2025-03-11"),
                        tuple("4", "contact", "2025-04-08"),
                        tuple("5", "reassess", "2025-04-10"),
                        tuple("6", "jobConsult", "2025-04-10"),
                        tuple("9", "draftPlan", "2025-04-03"));
        assertThat(cases.require(caseOf("2")))
                .extracting(c -> c.status(), c -> c.closureReason(), c -> c.closedOn())
                .containsExactly("closed", "other", LocalDate.of(2024, 5, 1));
        assertThat(cases.require(caseOf("8")))
                .extracting(c -> c.status(), c -> c.closureReason(), c -> c.closedOn())
                .containsExactly("closed", "job", LocalDate.of(2024, 11, 1));
        assertThat(flow.activityStates(caseOf("8"), city)).isEmpty();
    }

    @Test
    void someoneInAJobWaitsForTheContactsThatAreStillAhead() {
        bring(everyCourse());
        var running = flow.activityStates(caseOf("7"), city).stream()
                .filter(process -> process.processKey().equals("job-retention"))
                .findFirst()
                .orElseThrow();
        assertThat(running.active()).containsExactlyInAnyOrder("wait2m", "wait3m");
        assertThat(sql.queryForList(
                        "SELECT step FROM aftercare_contact WHERE case_no = ? AND cancelled = FALSE ORDER BY planned_on",
                        String.class,
                        caseOf("7")))
                .containsExactly("aftercare2m", "aftercare3m", "retentionJudge");
    }

    @Test
    void anImportedCaseGoesOnLikeAnyOther() {
        bring(everyCourse());
        admin.createUser(city + "-s", "相談 係", city, city);
        admin.grantRole(city + "-s", office, "consultant");
        var consultant = people.find(city + "-s").orElseThrow();
        var watched = worklist.ofCase(caseOf("3"), consultant);
        assertThat(watched).hasSize(1);
        completion.complete(
                watched.get(0).taskId(),
                Map.of(
                        "handoverTo", "社会福祉協議会",
                        "handoverKind", "social-council",
                        "handoverOn", "2025-03-12",
                        "handoverAccompanied", "yes",
                        "handoverDocuments", List.of("none"),
                        "handoverContent", "窓口まで一緒に行った"),
                consultant);
        assertThat(worklist.ofCase(caseOf("3"))).extracting(item -> item.step()).containsExactly("confirmReceipt");
    }

    @Test
    void whatCanHappenAtAnyTimeReachesAnImportedCase() {
        bring(everyCourse());
        var moved = flow.send("casefile.movedOut", caseOf("6"), city, Map.of("evaluationTrigger", "interruption"));
        worklist.refresh(caseOf("6"));
        assertThat(moved).isTrue();
        assertThat(worklist.ofCase(caseOf("6"))).extracting(item -> item.step()).containsExactly("closeCase");
    }

    @Test
    void factsLieInTheTablesOfTheirRooms() {
        var done = bring(everyCourse());
        var figures = imports.figures(done.importId(), clerk);
        assertThat(figures).isEqualTo(new Figures(9, 7, 3, 3, 2, 1, 1, 4, 11, 1, 1, 0, 7));
        assertThat(figures.hiredRate()).isEqualTo("66.6667");
        assertThat(records.known(caseOf("7")))
                .containsEntry("interviewedOn", "2024-06-10")
                .containsEntry("category", "1-1")
                .containsEntry("employerName", "架空清掃㈱");
        assertThat(sql.queryForMap("SELECT * FROM employment WHERE case_no = ?", caseOf("7")))
                .containsEntry("EMPLOYMENT_TYPE", "regular");
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM case_event WHERE case_no = ? AND happened_at = '2024-06-20 00:00:00' AND step = 'draftPlan'",
                        Integer.class,
                        caseOf("6")))
                .isEqualTo(1);
    }

    @Test
    void theSameLedgerTwiceChangesNothing() {
        bring(everyCourse());
        var before = tables();
        var again = bring(everyCourse().reversed().text().getBytes(StandardCharsets.UTF_8));
        assertThat(again.rows()).isEqualTo(Map.of("known", 9));
        assertThat(tables()).isEqualTo(before);
        assertThat(imports.figures(again.importId(), clerk).received()).isEqualTo(9);
    }

    @Test
    void everyEncodingAndOrderOfColumnsGivesTheSame() {
        var text = everyCourse().text();
        var ways = Stream.of(
                text.getBytes(WINDOWS),
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                everyCourse().reversed().text().getBytes(WINDOWS));
        assertThat(ways.map(bytes -> imports.upload("台帳.csv", bytes, AS_OF, office, clerk))
                        .map(id -> imports.find(id, clerk).orElseThrow())
                        .map(ledger -> ledger.rows() + " " + ledger.outlook().open())
                        .distinct())
                .containsExactly("{ready=9} {受付・同意=1, 類型=3, 求職・応募=1, アフターケア=1, プラン署名=1}");
    }

    @Test
    void someoneWhoComesBackIsOnePersonWithTwoCases() {
        var done = bring(Sheet.whole()
                .row("1", "氏名", "髙橋　順子", "受付日", "2024/5/1", "電話番号", "090-0000-0001")
                .row("2", "氏名", "高橋順子", "受付日", "2025/3/1", "電話番号", "090-0000-0002"));
        assertThat(done.outlook().returning()).isEqualTo(1);
        assertThat(imports.figures(done.importId(), clerk).returning()).isEqualTo(1);
        assertThat(cases.require(caseOf("1")).personId())
                .isEqualTo(cases.require(caseOf("2")).personId());
        bring(Sheet.whole().row("0", "氏名", "髙橋 順子", "受付日", "2024/4/1", "電話番号", "090-0000-0009"));
        assertThat(sql.queryForList("SELECT phone FROM person WHERE municipality_id = ?", String.class, city))
                .containsExactly("090-0000-0002");
    }

    @Test
    void aNumberThatIsSomeoneElsesIsRefused() {
        bring(Sheet.whole().row("1"));
        var other = bring(Sheet.whole().row("1", "氏名", "別の 人").row("2").row("2"));
        assertThat(other.rows()).isEqualTo(Map.of("refused", 2, "done", 1));
        assertThat(imports.refused(other.importId(), 0, 9, clerk))
                .extracting(row -> row.rowNo(), row -> row.problems().get(0).kind())
                .containsExactly(tuple(3, "duplicate-number"), tuple(5, "duplicate-number"));
    }

    @Test
    void refusedRowsComeInOnceTheyAreMended() {
        var first = bring(Sheet.whole()
                .row("1")
                .row("2", "氏名", "=HYPERLINK(\"x\")", "備考", "一行目\n二行目", "電話番号", "０７０－００００－０００１")
                .row("3", "受付日", "R6.2.30"));
        assertThat(first.rows()).isEqualTo(Map.of("done", 1, "refused", 2));
        var file = new String(imports.refusedFile(first.importId(), clerk), StandardCharsets.UTF_8);
        assertThat(file)
                .startsWith("\uFEFF\"元の行\",\"直すところ\",\"受付番号\"")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"", "\"一行目\n二行目\"", "\"０７０－００００－０００１\"", "氏名：式が入っています。");
        assertThat(bring(file.getBytes(StandardCharsets.UTF_8)).rows()).isEqualTo(Map.of("refused", 2));
        var mended = file.replace("'=HYPERLINK(\"\"x\"\")", "見本 直子").replace("R6.2.30", "R6.2.29");
        assertThat(bring(mended.getBytes(StandardCharsets.UTF_8)).rows()).isEqualTo(Map.of("done", 2));
        assertThat(cases.require(caseOf("2")).displayName()).isEqualTo("見本 直子");
        assertThat(cases.require(caseOf("3")).openedOn()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void theDayAndTheOfficeAreChecked() {
        var bytes = Sheet.whole().row("1").text().getBytes(WINDOWS);
        assertThatThrownBy(() -> imports.upload("x.csv", bytes, LocalDate.of(2199, 1, 1), office, clerk))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("基準日");
        assertThatThrownBy(() -> imports.upload("x.csv", bytes, AS_OF, "midorino-main", clerk))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("事業所");
    }

    @Test
    void anotherOfficesImportIsNotThere() {
        var importId = bring(Sheet.whole().row("1").row("1")).importId();
        var stranger = people.find("jimu").orElseThrow();
        assertThat(imports.find(importId, stranger)).isEmpty();
        assertThatThrownBy(() -> imports.refusedFile(importId, stranger)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> imports.start(importId, stranger)).isInstanceOf(NotHere.class);
        var visitor = Visitor.signedIn(port, "jimu");
        for (var path : List.of("", "/progress", "/refused-rows.csv")) {
            assertThat(visitor.get("/intake/import/" + importId + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(Visitor.signedIn(port, "soudan").get("/intake/import").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Timeout(120)
    void thePagesLeadFromTheFileToTheFigures() {
        var visitor = Visitor.signedIn(port, city);
        var refused = visitor.upload("/intake/import?asOf=R7.3.31", "file", "台帳.csv", "何でもない");
        assertThat(refused.body()).contains("見出しの行が見つかりません");
        var uploaded = visitor.upload(
                "/intake/import?asOf=R7.3.31",
                "file",
                "台帳.csv",
                everyCourse().row("x", "支援類型", "⑨").text());
        assertThat(uploaded.statusCode()).isEqualTo(302);
        var page = uploaded.headers().firstValue("Location").orElseThrow();
        assertThat(visitor.get(page).body()).contains("9件を取り込めます", "12行目", "この支援類型はありません");
        visitor.post(page + "/start");
        while (visitor.get(page + "/progress")
                .headers()
                .firstValue("HX-Refresh")
                .isEmpty()) {
            assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        }
        assertThat(visitor.get(page).body()).contains("9件を取り込みました", "66.7%（2／3）", "小数4桁 66.6667");
        assertThat(visitor.get(page + "/refused-rows.csv").body()).contains("支援類型：この支援類型はありません");
        assertThat(sql.queryForList(
                        "SELECT DISTINCT action FROM audit_log WHERE username = ? AND action LIKE 'ledger.%' ORDER BY action",
                        String.class, city))
                .containsExactly("ledger.imported", "ledger.refused-rows", "ledger.started", "ledger.uploaded");
    }

    @Test
    void aPreviewCanBePutAway() {
        var importId = imports.upload("台帳.csv", Sheet.whole().row("1").text().getBytes(WINDOWS), AS_OF, office, clerk);
        imports.discard(importId, clerk);
        assertThat(imports.find(importId, clerk)).isEmpty();
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM support_case WHERE municipality_id = ?", Integer.class, city))
                .isZero();
    }
}
