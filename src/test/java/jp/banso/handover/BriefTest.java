package jp.banso.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.banso.BansoTest;
import jp.banso.audit.AuditTrail;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.HouseholdMember;
import jp.banso.casefile.Notes;
import jp.banso.casefile.Person;
import jp.banso.casefile.Persons;
import jp.banso.casefile.SupportAgency;
import jp.banso.casefile.Surroundings;
import jp.banso.handover.HandoverWorld.Place;
import jp.banso.people.PeopleAdmin;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.Worklist;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 引継ぎ票: one page a case, with the right text for the right eyes. */
@BansoTest
class BriefTest {

    private static final String LONG = "とても長い文がつづきます。".repeat(40);

    @Autowired
    private HandoverWorld world;

    @Autowired
    private Handovers handovers;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Persons persons;

    @Autowired
    private Surroundings surroundings;

    @Autowired
    private Notes notes;

    @Autowired
    private Worklist worklist;

    @Autowired
    private PeopleAdmin admin;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Place place;
    private String leaving;
    private String receiver;

    @BeforeEach
    void anOffice() {
        place = world.place();
        leaving = place.user("saru", "𠮷﨑 髙志", "consultant");
        receiver = place.user("uke", "髙橋 受", "consultant");
    }

    @AfterEach
    void leaveNothing() {
        place.closes();
    }

    @Test
    void theBriefSaysWhereTheCaseStandsOnOnePage() throws IOException {
        var caseNo = place.busy("𠮷野 﨑子", leaving);
        cases.setCategory(caseNo, "1-1");
        caution(caseNo, "月曜の午前は電話に出られません");
        surroundings.addHousehold(cases.require(caseNo), new HouseholdMember("", "架空 太郎", "夫", null, true, null));
        surroundings.addAgency(cases.require(caseNo), new SupportAgency("", "架空医院", "通院", null, null));
        note(caseNo, "月末に面接の練習をする約束をした", "story");
        note(caseNo, "こわい思いをしたと話した", "dv");
        decided(caseNo, "条件は月2回の面談");
        worklist.followUp(
                world.step(caseNo, "intakeAssessment").taskId(),
                world.today().plusDays(2),
                WaitingKind.values()[0],
                "架空医院の返事",
                world.member(leaving));
        var handover = confirmed();

        var page = get(place.leader, "/handovers/" + handover.handoverId() + "/briefs/" + caseNo + ".pdf");

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        try (var document = Loader.loadPDF(page.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var text = text(document);
            assertThat(text)
                    .contains("𠮷野﨑子", "𠮷﨑髙志", "髙橋受", caseNo)
                    .contains("状況", "いまの段階アセスメント（", "①-1就労とほかの課題を同時に")
                    .contains("約束", "アセスメントをする", "会議で決めたこと", "了承", "条件は月2回の面談")
                    .contains("これからの日付", "アセスメントをするの期限", "アセスメントをするを見直す日")
                    .contains("注意", "月曜の午前は電話に出られません")
                    .contains("夫架空太郎（同居）", "架空医院（通院）")
                    .contains("月末に面接の練習をする約束をした", "こわい思いをしたと話した")
                    .contains(JapaneseDate.full(handover.contactBy()) + "まで")
                    .doesNotContain("⽉", "〓");
        }
        assertThat(audit.ofCase(HandoverWorld.CITY, caseNo, 10))
                .anyMatch(entry -> "handover-brief".equals(entry.detail()));
    }

    /** A coordinator reads the story, but not what is kept to the consultants; who reads nothing personal sees no caution. */
    @Test
    void theBriefShowsWhatItsReaderMayRead() throws IOException {
        var caseNo = place.quiet("架空 壁子", leaving);
        caution(caseNo, "夜は電話しない");
        note(caseNo, "よい知らせがあった", "story");
        note(caseNo, "こわい思いをしたと話した", "dv");
        var coordinator = place.user("cood", "調整 役", "coordinator");
        var handover = confirmed();
        var path = "/handovers/" + handover.handoverId() + "/briefs/" + caseNo + ".pdf";

        assertThat(textOf(get(coordinator, path)))
                .contains("よい知らせがあった", "夜は電話しない")
                .doesNotContain("こわい思い");
        assertThat(textOf(get(receiver, path))).contains("こわい思い");
        var partnerless = place.user("jimu", "事務 方", "secretariat");
        assertThat(get(partnerless, path).statusCode()).isEqualTo(404);
    }

    @Test
    void howeverMuchThereIsItStaysOnOnePageAndLosesNoHeading() throws IOException {
        var caseNo = place.busy("長い名前の" + "あ".repeat(40), leaving);
        caution(caseNo, LONG.substring(0, 300));
        for (var i = 0; i < 8; i++) {
            surroundings.addHousehold(
                    cases.require(caseNo),
                    new HouseholdMember("", "とても長い名前の家族" + i, "続柄がとても長い家族の一人", null, true, null));
            surroundings.addAgency(
                    cases.require(caseNo), new SupportAgency("", "名前のとても長い架空総合支援機関" + i, "何を支えるかの説明も長い", null, null));
            note(caseNo, LONG.substring(0, 78), "story");
            if (i < 7) {
                place.start(caseNo, "assessment-triage");
            }
        }
        note(caseNo, "終わりの知らせ", "story");
        decided(caseNo, LONG);
        var handover = confirmed();

        var answer = get(place.leader, "/handovers/" + handover.handoverId() + "/briefs.pdf");

        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document))
                    .contains("状況", "約束", "これからの日付", "世帯・関係機関", "さいきんの経過", "終わりの知らせ")
                    .containsPattern(Pattern.compile("ほかに\\d+件。ケースの画面で見られます。"));
        }
    }

    @Test
    void allBriefsComeInOneFileOnePageEach() throws IOException {
        for (var i = 0; i < 5; i++) {
            place.quiet("架空 束" + i, leaving);
        }
        var handover = confirmed();
        var answer = get(place.leader, "/handovers/" + handover.handoverId() + "/briefs.pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            for (var i = 0; i < 5; i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                assertThat(stripper.getText(document).replaceAll("\\s", "")).contains("架空束" + i);
            }
        }
    }

    private Handover confirmed() {
        var draft = handovers.draft(place.wanted(leaving, world.today(), SharingRule.ONE, receiver), place.leads());
        handovers.confirm(draft, place.leads()).join();
        return draft;
    }

    private void caution(String caseNo, String words) {
        var p = persons.ofCase(caseNo).orElseThrow();
        var changed = new Person(
                p.personId(),
                p.municipalityId(),
                p.name(),
                p.kana(),
                "female",
                java.time.LocalDate.of(1984, 2, 3),
                null,
                null,
                false,
                null,
                null,
                words,
                p.version());
        assertThat(persons.change(caseNo, changed, place.leads())).isTrue();
    }

    private void note(String caseNo, String sentence, String dataClass) {
        notes.write(
                cases.require(caseNo),
                new Notes.Note(null, "phone", null, sentence, null, dataClass),
                world.member(leaving));
    }

    /** What a confirmed meeting left behind. */
    private void decided(String caseNo, String condition) {
        var meetingId = "M-" + UUID.randomUUID();
        var now = LocalDateTime.now(clock);
        jdbc.update(
                "INSERT INTO meeting (meeting_id, municipality_id, office_id, meeting_no, kind, held_on, starts_at, place, status)"
                        + " VALUES (?, ?, ?, 1, 'regular', ?, '14:00', '会議室', 'confirmed')",
                meetingId,
                HandoverWorld.CITY,
                place.officeId,
                now.toLocalDate());
        jdbc.update(
                "INSERT INTO meeting_item (item_id, meeting_id, municipality_id, office_id, case_no, agenda_no, topic, point_text,"
                        + " pre_start, result_code, responsible, until_on, condition_text, saved_at, closed)"
                        + " VALUES (?, ?, ?, ?, ?, 1, 'new', '', FALSE, 'approved', ?, ?, ?, ?, TRUE)",
                UUID.randomUUID().toString(),
                meetingId,
                HandoverWorld.CITY,
                place.officeId,
                caseNo,
                leaving,
                now.toLocalDate().plusDays(20),
                condition,
                now);
    }

    private static String textOf(HttpResponse<byte[]> answer) throws IOException {
        try (var document = Loader.loadPDF(answer.body())) {
            return text(document);
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }

    private HttpResponse<byte[]> get(String username, String path) {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        try {
            var token = client.send(request("/api/v1/csrf").GET().build(), HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
            var form = List.of("username=" + username, "password=" + username, "_csrf=" + encoded(token));
            client.send(
                    request("/login")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-CSRF-TOKEN", token)
                            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
