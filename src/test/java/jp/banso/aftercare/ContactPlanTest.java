package jp.banso.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.BansoTest;
import jp.banso.calendar.Due;
import jp.banso.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BansoTest
class ContactPlanTest {

    private static final Map<String, Boolean> CHOFU =
            Map.of("needs1w", true, "needs1m", true, "needs2m", true, "needs3m", true, "needsEmployer", false);

    @Autowired
    private WorkingCalendar calendar;

    @Test
    void aJobThatStartsOnTheLastOfJanuaryFollowsMonthEndsAndOpenDays() {
        var days = plan(LocalDate.of(2026, 1, 31));

        assertThat(days.get("aftercare1w"))
                .isEqualTo(new Due(LocalDate.of(2026, 2, 7), LocalDate.of(2026, 2, 9), true));
        assertThat(days.get("aftercare1m"))
                .isEqualTo(new Due(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 2), true));
        assertThat(days.get("aftercare2m").date()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(days.get("aftercare3m").date()).isEqualTo(LocalDate.of(2026, 4, 30));
        // five working days after 4/30, over 5/3-5/6
        assertThat(days.get("retentionJudge").date()).isEqualTo(LocalDate.of(2026, 5, 12));
    }

    @Test
    void onlyWhatThePracticeAsksForIsNeeded() {
        var plan = ContactPlan.of(LocalDate.of(2026, 4, 1), Map.of("needs1m", true), calendar, null);

        assertThat(plan.points().stream().filter(ContactPlan.Point::needed).map(ContactPlan.Point::step))
                .containsExactly("aftercare1m", "retentionJudge");
    }

    private Map<String, Due> plan(LocalDate start) {
        return ContactPlan.of(start, CHOFU, calendar, null).points().stream()
                .collect(Collectors.toMap(ContactPlan.Point::step, ContactPlan.Point::due));
    }
}
