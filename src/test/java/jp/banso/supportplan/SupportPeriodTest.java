package jp.banso.supportplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SupportPeriodTest {

    @Test
    void twelveMonthsFromTheFirstInterviewEndTheDayBefore() {
        var period = SupportPeriod.of("R06-00001", "1-1", LocalDate.of(2024, 6, 14), 12, 3, 0);

        assertThat(period.endsOn()).isEqualTo(LocalDate.of(2025, 6, 13));
        assertThat(period.aftercareText()).isEqualTo("3か月");
    }

    @Test
    void watchOverHasNoAftercare() {
        var period = SupportPeriod.of("R06-00002", "4", LocalDate.of(2024, 6, 14), 2, 0, 2);

        assertThat(period.endsOn()).isEqualTo(LocalDate.of(2024, 8, 13));
        assertThat(period.aftercareText()).isEqualTo("なし");
    }

    @Test
    void undeterminedHasNoEnd() {
        assertThat(SupportPeriod.of("R06-00003", "5", LocalDate.of(2024, 6, 14), null, 0, 1)
                        .endsOn())
                .isNull();
    }

    @Test
    void aMonthWithoutTheDayEndsOnItsLastButOne() {
        assertThat(SupportPeriod.of("R06-00004", "4", LocalDate.of(2025, 12, 31), 2, 0, 2)
                        .endsOn())
                .isEqualTo(LocalDate.of(2026, 2, 27));
    }
}
