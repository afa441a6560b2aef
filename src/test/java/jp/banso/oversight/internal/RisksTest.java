package jp.banso.oversight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.oversight.internal.HistoryMapper.DayCount;
import jp.banso.oversight.internal.HistoryMapper.RiskRow;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

/** From which age on an open step counts as at risk: the youngest at which half of at least ten became late. */
@BansoTest
class RisksTest {

    /** A Monday; the Friday before is the first open day back. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    WorkingCalendar calendar;

    private final HistoryMapper history = mock(HistoryMapper.class);

    @Test
    void theYoungestAgeAtWhichHalfBecameLateCounts() {
        // of 20 none of the 8 that were done within a day was late; of the other 12 six were
        RiskRow risk = learnt(age(1, 8, 0), age(3, 6, 0), age(5, 6, 6)).get(0);
        assertThat(risk.openDays()).isEqualTo(3);
        assertThat(risk.reached()).isEqualTo(12);
        assertThat(risk.becameLate()).isEqualTo(6);
    }

    @Test
    void oneLessThanHalfIsNoRiskAtThatAge() {
        RiskRow risk = learnt(age(1, 8, 0), age(3, 7, 0), age(5, 10, 6)).get(0);
        assertThat(risk.openDays()).as("6 of 17 at three days, 6 of 10 at five").isEqualTo(5);
    }

    @Test
    void nineAreTooFewToLearnFrom() {
        learntNothing(age(1, 9, 9));
        assertThat(learnt(age(1, 10, 10))).hasSize(1);
    }

    @Test
    void whereFewBecomeLateNothingIsAtRisk() {
        learntNothing(age(1, 50, 0), age(9, 11, 5));
    }

    @Test
    void ageCountsWorkingDays() {
        RiskRow risk = learnt(age(2, 10, 10)).get(0);
        assertThat(risk.createdBefore())
                .as("two open days before Monday: what was there on Thursday evening")
                .isEqualTo(LocalDate.of(2026, 11, 13).atStartOfDay());
    }

    private static DayCount age(int openDays, int done, int late) {
        return new DayCount("midorino-main", "p", "p:1", "step", openDays, done, late);
    }

    private List<RiskRow> learnt(DayCount... counts) {
        drawUp(counts);
        ArgumentCaptor<RiskRow> rows = ArgumentCaptor.forClass(RiskRow.class);
        verify(history, atLeast(1)).insertRisk(rows.capture());
        return rows.getAllValues();
    }

    private void learntNothing(DayCount... counts) {
        drawUp(counts);
        verify(history, never()).insertRisk(any());
    }

    private void drawUp(DayCount... counts) {
        when(history.daysOfAll(any())).thenReturn(Arrays.asList(counts));
        new Risks(history, calendar).drawUp(MONDAY);
    }
}
