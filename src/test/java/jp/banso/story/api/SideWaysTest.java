package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the road turns: each way back, out or around leads somewhere, and nothing written is lost. */
@BansoTest
class SideWaysTest {

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

    @Test
    void anUncertainCategoryIsAssessedAgain() {
        String caseNo = road.toCategory("5");
        assertThat(steps(caseNo)).containsExactly("reassess");
        assertThat(town.as("soudan").task(caseNo, "reassess").dueOn()).isAfterOrEqualTo(town.today().plusMonths(1));

        town.as("soudan").completes(caseNo, "reassess", Map.of("undetermined", "no"));
        town.as("shunin").completes(caseNo, "decideCategory", Map.of("category", "1-1"));

        assertThat(steps(caseNo)).containsExactly("draftPlan");
        assertThat(town.as("soudan").opens(caseNo).path("category").asText()).isEqualTo("1-1");
    }

    private List<String> steps(String caseNo) {
        return town.as("soudan").tasks(caseNo).stream().map(Task::step).toList();
    }
}
