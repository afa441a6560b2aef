package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case, its steps open and done, and its meeting are not there for whoever has no part in them. */
@BansoTest
class ForeignEyesTest {

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private Town town;
    private Road road;

    @BeforeEach
    void begin() {
        town = new Town(port, clock);
        road = new Road(town);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soudan2", "shuro2", "npo", "npo2", "navi", "hoka"})
    void strangersFindNeitherTheCaseNorItsSteps(String user) {
        String caseNo = town.as("uketsuke").receives(Town.stranger());
        Task done = town.as("soudan").task(caseNo, "obtainConsent");
        Map<String, Object> answer = town.as("soudan").answer(done.taskId(), Map.of());
        town.as("soudan").completes(caseNo, "obtainConsent");
        Task open = town.as("soudan").task(caseNo, "firstInterview");
        Worker stranger = town.as(user);

        String absent = stranger.get("/cases/R99-99999").isNotHere().text();
        assertThat(stranger.get("/cases/" + caseNo).isNotHere().text()).isEqualTo(absent);
        assertThat(stranger.get("/tasks/" + open.taskId()).isNotHere().text()).isEqualTo(absent);
        stranger.post("/tasks/" + open.taskId() + "/claim", Map.of()).isNotHere();
        stranger.post("/tasks/" + open.taskId() + "/draft", Map.of("data", Map.of()))
                .isNotHere();
        stranger.post("/tasks/" + open.taskId() + "/comment", Map.of("text", "見えますか"))
                .isNotHere();
        stranger.answers(open.taskId(), Map.of()).isNotHere();
        stranger.get("/tasks/" + done.taskId()).isNotHere();
        stranger.answers(done.taskId(), answer).isNotHere();
        assertThat(stranger.get("/cases?limit=200").ok().findValuesAsText("caseNo"))
                .doesNotContain(caseNo);
        for (String view : List.of("mine", "team", "unclaimed", "today", "overdue", "waiting")) {
            assertThat(stranger.queue(view)).extracting(Task::caseNo).doesNotContain(caseNo);
        }
    }

    @Test
    void aPartnerNoLongerHearsWhoDidAStepOnceConsentIsWithdrawn() {
        String caseNo = road.toSupport(Map.of());
        town.as("coord").completes(caseNo, "prepareReferral");
        town.as("sv").completes(caseNo, "approveReferral");
        Task request = town.as("navi").task(caseNo, "acceptReferral");
        Map<String, Object> answer = town.as("navi").answer(request.taskId(), Map.of());
        town.as("navi").answers(request.taskId(), answer).ok();
        assertThat(town.as("navi")
                        .answers(request.taskId(), answer)
                        .isStale()
                        .body()
                        .path("by")
                        .asText())
                .isEqualTo("navi");

        town.as("soudan").withdrawsConsent(caseNo).ok();

        town.as("navi").answers(request.taskId(), answer).isNotHere();
    }

    @Test
    void aColleagueOfAnotherRoleSeesTheStepButCannotAnswerIt() {
        String caseNo = road.toAssessment();
        Task open = town.as("soudan").task(caseNo, "intakeAssessment");
        Worker caseworker = town.as("cw");
        Map<String, Object> answer = caseworker.answer(open.taskId(), Map.of());
        assertThat(caseworker.answers(open.taskId(), answer).status()).isIn(404, 409);
        assertThat(town.as("soudan").task(caseNo, "intakeAssessment")).isNotNull();
    }
}
