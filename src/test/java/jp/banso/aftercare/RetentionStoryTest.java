package jp.banso.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.processengine.EngineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BansoTest
class RetentionStoryTest {

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Employments employments;

    @Autowired
    private EngineClock engineClock;

    @Autowired
    private Clock clock;

    @Test
    void threeMonthsOfContactsOnOpenDaysThenTheJudgement() {
        var caseNo = startedOn(LocalDate.of(2026, 1, 31));

        assertThat(story.item(caseNo, "aftercare1w").dueAt()).isEqualTo(LocalDateTime.of(2026, 2, 9, 17, 15));
        assertThat(story.item(caseNo, "aftercare1m").dueAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 17, 15));
        assertThat(story.item(caseNo, "aftercare2m").dueAt()).isEqualTo(LocalDateTime.of(2026, 3, 31, 17, 15));
        assertThat(story.item(caseNo, "aftercare3m").dueAt()).isEqualTo(LocalDateTime.of(2026, 4, 30, 17, 15));
        assertThat(employments.contacts(caseNo))
                .filteredOn(Contact::shifted)
                .extracting(Contact::plannedOriginal)
                .containsExactly(LocalDate.of(2026, 2, 7), LocalDate.of(2026, 2, 28));

        for (var step : new String[] {"aftercare1w", "aftercare1m", "aftercare2m", "aftercare3m"}) {
            story.complete(caseNo, step, "shuro", "stillWorking", "yes");
        }
        story.complete(caseNo, "retentionJudge", "soudan", "retentionResult", "kept");

        assertThat(employments.current(caseNo).orElseThrow().retention()).isEqualTo("kept");
        assertThat(employments.contacts(caseNo))
                .allSatisfy(contact -> assertThat(contact.doneOn()).isEqualTo(story.today()));
        assertThat(story.open(caseNo)).isEmpty();
    }

    @Test
    void aJobLostEndsTheContactsThatAreStillAhead() {
        var caseNo = startedOn(LocalDate.of(2026, 1, 31));
        story.complete(
                caseNo,
                "aftercare1w",
                "shuro",
                "stillWorking",
                "no",
                "leaveReason",
                "relations",
                "leftOn",
                "2026-02-08");

        assertThat(story.open(caseNo)).isEmpty();
        assertThat(employments.current(caseNo)).isEmpty();
        assertThat(employments.ofCase(caseNo)).singleElement().satisfies(job -> {
            assertThat(job.endedOn()).isEqualTo(LocalDate.of(2026, 2, 8));
            assertThat(job.endReason()).isEqualTo("relations");
        });
        assertThat(employments.contacts(caseNo)).filteredOn(Contact::cancelled).hasSize(4);
    }

    @Test
    void aNewJobEndsTheOneBefore() {
        var caseNo = startedOn(LocalDate.of(2026, 1, 31));
        employments.start(caseNo, "あおぞら清掃（架空）", null, "part", false, LocalDate.of(2026, 6, 1));

        assertThat(employments.current(caseNo).orElseThrow().employer()).isEqualTo("あおぞら清掃（架空）");
        assertThat(employments.ofCase(caseNo)).filteredOn(Employment::lasts).hasSize(1);
    }

    private String startedOn(LocalDate day) {
        var caseNo = story.register("宇佐美 亮");
        employments.start(caseNo, "架空物流サービス株式会社", "仕分け", "part", false, day);
        story.start(caseNo, "job-retention", Map.of("jobStart", day.toString()));
        engineClock.advanceTo(LocalDateTime.now(clock).plusMinutes(1));
        return caseNo;
    }
}
