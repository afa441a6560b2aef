package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The functions a model may call, as due dates of a task, with the office and municipality of its process. */
@SeamTest
class ModelFunctionsTest {

    @Autowired
    ModelDeployment deployment;

    @Autowired
    Flow flow;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            today()                    | midorino | main |  0
            now()                      | midorino | main |  0
            due('当日')                | midorino | main |  0
            due('+7日')                | midorino | main |  7
            due('+7日')                | midorino | slow |  8
            businessDays(5)            | midorino | main |  5
            days(3)                    | midorino | main |  3
            dueFrom(start, '+7日')     | midorino | main | 17
            dayFrom(start, '+7日')     | midorino | main | 17
            dueBefore(start, '3営')    | midorino | main |  7
            dueFrom(long, '+7日')      | midorino | main |  7
            dueFrom(long, '当日')      | midorino | main |  0
            dueBefore(soon, '3営')     | midorino | main |  0
            nextMeeting()              | midorino | main | 14
            nextMeeting()              | meets    | main |  3
            nextMeetingDue('+5営')     | meets    | main |  8
            months(2)                  | midorino | main | P2M
            """)
    void givesADay(String expression, String municipality, String office, String expected) {
        var place =
                "<bpmn:userTask id='place' camunda:formRef='goodForm' camunda:formRefBinding='deployment' camunda:candidateGroups='consultant' camunda:dueDate=\"${%s}\" />";
        var id = "function-" + UUID.randomUUID();
        var model = Models.of("function.bpmn", Models.process(id, place.formatted(expression)));
        deployment.publish(id, "test", null, List.of(model, Models.form()));
        var today = LocalDate.now(clock);
        flow.start(
                id,
                id,
                municipality,
                Map.of(
                        "officeId", office,
                        "start", today.plusDays(10).toString(),
                        "long", today.minusDays(50).toString(),
                        "soon", today.plusDays(2).toString()));
        var due = flow.openTasks(id, municipality).get(0).due();
        assertThat(due).isNotNull();
        assertThat(due.toLocalDate())
                .isEqualTo(expected.startsWith("P") ? today.plusMonths(2) : today.plusDays(Long.parseLong(expected)));
    }
}
