package jp.banso.formrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer says what is wrong with it and is never the product's own failure. */
@BansoTest
@ExtendWith(OutputCaptureExtension.class)
class OddInputTest {

    @Autowired
    private JourneyDriver story;

    @LocalServerPort
    private int port;

    private Visitor consultant;
    private String caseNo;
    private String task;

    @BeforeEach
    void aConsultantWithAStep() {
        consultant = Visitor.signedIn(port, "soudan");
        caseNo = story.open("古賀 明", "watch-over", Map.of());
        task = "/tasks/" + story.item(caseNo, "contact").taskId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "2026-11-21T", "0000-00-00", "R8.2.30", "😀", "\u0000"})
    void aDateThatIsNoneIsShownAgainWithWhatToMend(String date) {
        consultant.call("POST", "/api/v1" + task + "/claim", "{}");

        assertThat(consultant.post(task + "/complete", "watchedOn", date).statusCode())
                .isEqualTo(200);
        assertThat(consultant.post(task + "/draft", "watchedOn", date).statusCode())
                .isEqualTo(200);
        assertThat(consultant.get(task).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasRefusedIsStillThereWhenTheStepIsOpenedAgain() {
        consultant.call("POST", "/api/v1" + task + "/claim", "{}");

        assertThat(consultant
                        .post(task + "/complete", "watchedOn", "R8.13.1", "watchNote", "玄関先で十分ほど話した")
                        .body())
                .contains("13月はありません");
        assertThat(consultant.get(task).body()).contains("玄関先で十分ほど話した").contains("R8.13.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "3",
                "\"text\"",
                "{",
                "{\"data\":[]}",
                "{\"data\":{\"watchedOn\":[\"x\"],\"contactNext\":{\"a\":1}}}",
                "{\"data\":{\"watchedOn\":{\"a\":[1,2]},\"watchNote\":[null]}}",
                "{\"data\":{\"officeId\":\"x\",\"assignee\":\"y\"}}"
            })
    void anAnswerOfAnotherShapeIsRefused(String body) {
        var answer = consultant.call("POST", "/api/v1" + task + "/complete", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errors\"").contains("\"message\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "3",
                "{",
                "{\"username\":[\"x\"]}",
                "{\"text\":{\"a\":1}}",
                "{\"date\":\"2026-02-30\"}"
            })
    void soAreOddBodiesOfEveryOtherCall(String body) {
        for (var call : new String[] {"/assign", "/comment"}) {
            assertThat(consultant.call("POST", "/api/v1" + task + call, body).statusCode())
                    .as(call + body)
                    .isEqualTo(400);
        }
        assertThat(consultant
                        .call("POST", "/api/v1" + task + "/follow-up", body)
                        .statusCode())
                .isLessThan(500);
        assertThat(consultant.call("POST", "/api/v1" + task + "/draft", body).statusCode())
                .isLessThan(500);
        assertThat(consultant
                        .call("POST", "/api/v1/cases/" + caseNo + "/notes", body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(consultant
                        .call("POST", "/api/v1/cases/" + caseNo + "/interruptions", body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(consultant.call("POST", "/api/v1/cases", body).statusCode()).isEqualTo(400);
        assertThat(Visitor.signedIn(port, "shunin")
                        .call("POST", "/api/v1/meetings", body)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void longAndStrangeTextsAreStoredOrRefused() {
        var rare = "𠮷😀".repeat(30);
        assertThat(consultant
                        .call(
                                "POST",
                                "/api/v1" + task + "/follow-up",
                                "{\"date\":\"2027-01-15\",\"waitingFor\":\"" + "あ".repeat(300) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(consultant
                        .call("POST", "/api/v1" + task + "/comment", "{\"text\":\"" + "𠮷".repeat(1000) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(consultant
                        .call("POST", "/api/v1" + task + "/comment", "{\"text\":\"a\\u0000b" + rare + "\"}")
                        .statusCode())
                .isLessThan(500);
        assertThat(consultant
                        .post("/worklist/views", "name", "𠮷".repeat(40), "query", "step=x")
                        .statusCode())
                .isEqualTo(302);
        assertThat(consultant
                        .post("/worklist/views", "name", "長い", "query", "step=" + "x".repeat(3000))
                        .statusCode())
                .isEqualTo(302);
        assertThat(consultant
                        .post("/worklist/views", "name", " ", "query", "step=%zz")
                        .statusCode())
                .isEqualTo(302);
        assertThat(consultant
                        .call(
                                "POST",
                                "/api/v1/cases",
                                "{\"name\":\"" + "𠮷".repeat(100) + "\",\"kana\":\"\",\"confirmDuplicate\":true}")
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void whatWasTypedIsNotRepeatedInTheLog(CapturedOutput log) {
        consultant.call("POST", "/api/v1/tasks/x/complete", "{\"data\": 渡邉隆司}");
        Visitor.signedIn(port, "shunin").call("POST", "/api/v1/meetings", "\"渡邉隆司\"");
        consultant.get("/api/v1/cases?limit=渡邉隆司".replace("渡邉隆司", "%E6%B8%A1%E9%82%89%E9%9A%86%E5%8F%B8"));

        assertThat(log.getAll()).doesNotContain("渡邉隆司");
    }

    @Test
    void numbersBeyondReasonAreRefused() {
        for (var number : new String[] {"1e400", "1e999999999", "9".repeat(5000), "NaN", "-1"}) {
            assertThat(FieldValue.read(number("hours"), number).error())
                    .as(number)
                    .isNotNull();
        }
        assertThat(FieldValue.read(number("hours"), "１２").value()).isEqualTo(12L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/worklist?cursor=x",
                "/worklist?view=other&step=%00&words=%F0%9F%98%80",
                "/cases?cursor=%00&query=%25_%27&stage=x",
                "/cases?query=%F0%A0%AE%B7",
                "/audit?from=9999999-01-01",
                "/api/v1/cases?limit=2147483647&cursor=x",
                "/api/v1/cases?limit=-5",
                "/api/v1/worklist?limit=2147483647",
                "/meetings/M-x",
                "/tasks/%F0%9F%98%80",
                "/cases/x%27"
            })
    void oddAddressesAreNoFailures(String path) {
        assertThat(consultant.get(path).statusCode()).isLessThan(500);
    }

    @Test
    void markersOfPagesThatSomeoneChangedAreNoFailures() {
        var far = Base64.getUrlEncoder().encodeToString("+999999999-12-31T00:00|0|x".getBytes());
        assertThat(consultant.get("/worklist?cursor=" + far).statusCode()).isEqualTo(200);
        assertThat(consultant
                        .get("/cases/" + caseNo + "?before=%2B999999999-12-31T00:00_1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(consultant.get("/api/v1/cases?limit=abc").statusCode()).isEqualTo(400);
        assertThat(consultant.get("/api/v1/cases?limit=abc").body()).contains("\"errors\"");
        var chief = Visitor.signedIn(port, "shunin");
        assertThat(chief.get("/audit?to=%2B999999999-12-31").statusCode()).isEqualTo(400);
        assertThat(chief.get("/audit?before=%2B999999999-12-31T00:00_x").statusCode())
                .isEqualTo(200);
    }

    private static FormField number(String key) {
        return new FormField(
                key,
                key,
                "number",
                key,
                null,
                false,
                false,
                0.0,
                null,
                null,
                null,
                null,
                null,
                java.util.List.of(),
                null,
                Map.of());
    }
}
