package jp.banso.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.people.People;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages and the JSON of the case file and of reception, as a browser and a script get them. */
@BansoTest
class CasePagesTest {

    private static final Pattern CASE_NO = Pattern.compile("R\\d\\d-\\d{5}");
    private static final List<String> TABS = List.of("timeline", "people", "consents", "documents", "route");

    @LocalServerPort
    int port;

    @Autowired
    CaseFiles caseFiles;

    @Autowired
    People people;

    @Autowired
    jp.banso.worklist.Worklist worklist;

    @Autowired
    jp.banso.processengine.Flow flow;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    private Visitor soudan;
    private String name;
    private String caseNo;

    @BeforeEach
    void aPersonIsReceived() {
        soudan = Visitor.signedIn(port, "soudan");
        name = "𠮷田 " + UUID.randomUUID().toString().substring(0, 8);
        var page = receive(soudan, name);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(302);
        caseNo = find(page.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void theCasePageSaysWhereThePersonIsAndEveryTabOpens() {
        var page = soudan.get("/cases/" + caseNo);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains(name, "同意を取る", "aria-current=\"step\"", "受付・同意", "同意なし", "電話は17時以降");
        for (var tab : TABS) {
            assertThat(soudan.get("/cases/" + caseNo + "?tab=" + tab).statusCode())
                    .as(tab)
                    .isEqualTo(200);
        }
        assertThat(soudan.get("/cases/" + caseNo + "?tab=none").statusCode()).isEqualTo(404);
    }

    @Test
    void theJourneySaysSinceWhenAndTheTimelineSaysWhatIsLate() {
        var page = soudan.get("/cases/" + caseNo).body();
        assertThat(page)
                .contains("12のうち1番目。")
                .contains(" から</span>")
                .contains("主担当")
                .doesNotContain("class=\"late\"");
        var item = worklist.ofCase(caseNo).get(0);

        transaction.executeWithoutResult(done -> {
            flow.setDue(item.taskId(), java.time.LocalDateTime.of(2026, 1, 5, 17, 15));
            worklist.refresh(caseNo);
        });

        assertThat(soudan.get("/cases/" + caseNo).body()).contains("class=\"late\"", "の期限を");
    }

    @Test
    void everyActionOnAStepSaysWhatItDid() {
        var task = "/tasks/" + worklist.ofCase(caseNo).get(0).taskId();

        soudan.post(task + "/claim");
        assertThat(soudan.get(task).body()).contains("引き受けました");
        soudan.post(task + "/comment", "text", "あした電話する");
        assertThat(soudan.get(task).body()).contains("メモを残しました");
        soudan.post(task + "/follow-up", "waitingFor", "本人の電話", "followUpOn", "13月2日");
        assertThat(soudan.get(task).body()).contains("できませんでした");
    }

    @Test
    void everyContributedTabOpensToo() {
        var links = Pattern.compile("tab=([a-z-]+)")
                .matcher(soudan.get("/cases/" + caseNo).body());
        while (links.find()) {
            assertThat(soudan.get("/cases/" + caseNo + "?tab=" + links.group(1)).statusCode())
                    .as(links.group())
                    .isEqualTo(200);
        }
    }

    @Test
    void supervisorsReadWhoSawTheCase() {
        var trail = Visitor.signedIn(port, "shunin").get("/cases/" + caseNo + "?tab=audit");

        assertThat(trail.statusCode()).isEqualTo(200);
        assertThat(trail.body()).contains("佐伯 由香");
        assertThat(soudan.get("/cases/" + caseNo + "?tab=audit").statusCode()).isEqualTo(404);
    }

    @Test
    void aForeignCaseIsAsAbsentAsAMissingOne() {
        for (var user : List.of("navi", "npo", "soudan2", "hoka")) {
            var visitor = Visitor.signedIn(port, user);
            for (var path : List.of("", "/documents/x", "/diagram", "/notes/new")) {
                var foreign = visitor.get("/cases/" + caseNo + path);
                var missing = visitor.get("/cases/R99-99999" + path);
                assertThat(foreign.statusCode()).as(user + path).isEqualTo(404);
                assertThat(foreign.body()).isEqualTo(missing.body());
            }
            assertThat(visitor.get("/api/v1/cases/" + caseNo).statusCode()).isEqualTo(404);
            assertThat(visitor.get("/api/v1/cases?query=" + caseNo).body()).doesNotContain(caseNo);
        }
    }

    @Test
    void aRecordIsWrittenOnPaperRulesAndShownOnTheTimeline() {
        var wrong =
                soudan.post("/cases/" + caseNo + "/notes", "on", "13月1日", "sentence", "電話で話した", "dataClass", "story");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.body()).contains("error-summary", "電話で話した");

        var right = soudan.post(
                "/cases/" + caseNo + "/notes",
                "sentence",
                "<b>明日</b>また電話する",
                "method",
                "phone",
                "minutes",
                "２０",
                "text",
                "くわしく",
                "dataClass",
                "story");
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(soudan.get("/cases/" + caseNo + "?kind=note").body())
                .contains("&lt;b&gt;明日&lt;/b&gt;また電話する", "電話 20分", "くわしく");
    }

    @Test
    void thePersonIsMendedAndFoundByTheNewName() {
        var form = soudan.get("/cases/" + caseNo + "/person").body();
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(form);
        assertThat(version.find()).isTrue();
        var renamed = "佐々木 " + name.substring(3);
        var saved = soudan.post(
                "/cases/" + caseNo + "/person", "version", version.group(1), "name", renamed, "birthDate", "S59.2.3");
        var stale = soudan.post("/cases/" + caseNo + "/person", "version", version.group(1), "name", "後から");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(stale.body()).contains("ほかの人が先に変えました", "後から");
        assertThat(soudan.get("/cases?query=S59.2.3").body()).contains(renamed);
        assertThat(soudan.get("/cases?query=zzzz").body()).contains("あてはまるケースは、ありません");
    }

    @Test
    void householdAndAgenciesAreKept() {
        soudan.post("/cases/" + caseNo + "/household", "memberName", "森下 花", "relation", "母", "livingTogether", "true");
        soudan.post("/cases/" + caseNo + "/agencies", "agencyName", "架空クリニック", "purpose", "医療");

        assertThat(soudan.get("/cases/" + caseNo + "?tab=people").body()).contains("森下 花", "架空クリニック");
    }

    @Test
    void whatWillHappenIsSaidBeforeItIsRecorded() {
        var ask = soudan.get("/cases/" + caseNo + "/interruptions/new?kind=moved-out")
                .body();
        assertThat(ask).contains("転出を記録しますか", "評価と終結の手順が");

        assertThat(soudan.post("/cases/" + caseNo + "/interruptions", "kind", "moved-out", "on", "2020-04-01")
                        .statusCode())
                .isEqualTo(302);
        assertThat(soudan.get("/cases/" + caseNo).body()).contains("転出（4月1日）");
        assertThat(Visitor.signedIn(port, "jimu")
                        .get("/cases/" + caseNo + "/interruptions/new")
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void aJobCannotBeLostBeforeThereIsOne() {
        var refused = soudan.post("/cases/" + caseNo + "/interruptions", "kind", "job-lost", "on", "2020-04-01");

        assertThat(refused.body()).contains("いまは定着支援の途中ではありません");
        assertThat(soudan.get("/cases/" + caseNo).body()).doesNotContain("離職（4月1日）");
        assertThat(soudan.get("/cases/" + caseNo + "/interruptions/new?kind=invented")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDocumentIsHandedOutOnlyAsAFile() {
        var sent = soudan.upload("/cases/" + caseNo + "/documents", "file", "履歴書.txt", "職歴");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var link = Pattern.compile("/cases/" + caseNo + "/documents/[0-9a-f-]{36}")
                .matcher(soudan.get("/cases/" + caseNo + "?tab=documents").body());
        assertThat(link.find()).isTrue();

        var file = soudan.get(link.group());

        assertThat(file.body()).isEqualTo("職歴");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(String.join(" ", file.headers().allValues("Content-Security-Policy")))
                .contains("sandbox");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(Visitor.signedIn(port, "navi").get(link.group()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theJsonIsAsPromised() {
        var whole = soudan.get("/api/v1/cases/" + caseNo);
        var listed = soudan.get("/api/v1/cases?query=" + caseNo + "&limit=5");
        var note = soudan.call("POST", "/api/v1/cases/" + caseNo + "/notes", "{\"sentence\":\"\"}");
        var withdrawn = soudan.call(
                "POST", "/api/v1/cases/" + caseNo + "/consents/withdraw", "{\"on\":\"2020-04-01\",\"reason\":\"\"}");

        assertThat(whole.body())
                .contains(
                        "\"caseNo\":\"" + caseNo,
                        "\"stage\":\"RECEPTION\"",
                        "\"tasks\":[{",
                        "\"events\":[{",
                        "\"dates\":{",
                        "+09:00");
        assertThat(listed.body()).contains("\"items\":[{", "\"next\":null");
        assertThat(note.statusCode()).isEqualTo(400);
        assertThat(note.body()).contains("\"field\":\"sentence\"");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    }

    @Test
    void aLikelyDuplicateIsAskedAbout() {
        var again = receive(soudan, name);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("前に来た人かもしれません", "この人の続きにする", caseNo);

        var json = "{\"receivedOn\":\"2026-06-08\",\"route\":\"self\",\"topics\":[\"job-search\"],\"name\":\"" + name
                + "\"";
        var conflict = soudan.call("POST", "/api/v1/cases", json + "}");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("\"candidates\":[{", caseNo);
        var created = soudan.call("POST", "/api/v1/cases", json + ",\"confirmDuplicate\":true}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).contains("\"step\":\"obtainConsent\"");
        var bad = soudan.call("POST", "/api/v1/cases", "{\"name\":\"\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("\"errors\":[{");
    }

    @Test
    void theDiagramKnowsWhatIsDoneAndWhatIsNow() {
        var diagram = soudan.get("/cases/" + caseNo + "/diagram").body();

        assertThat(diagram)
                .contains("\"key\":\"consultation-intake\"", "\"registerConsultation\"", "\"obtainConsent\"");
        assertThat(soudan.get("/cases/" + caseNo + "/diagram/consultation-intake")
                        .body())
                .contains("<bpmn:definitions");
    }

    private static HttpResponse<String> receive(Visitor visitor, String name) {
        return visitor.post(
                "/intake/new",
                "receivedOn",
                "R8.6.8",
                "route",
                "self",
                "name",
                name,
                "topics",
                "job-search",
                "caution",
                "電話は17時以降");
    }

    private static String find(String text) {
        var found = CASE_NO.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
