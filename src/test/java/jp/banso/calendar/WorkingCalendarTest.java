package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final String OFFICE = "midorino-main";

    private final WorkingCalendar calendar = new WorkingCalendar(new ClosingDaysInMemory());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-04-01, true",
        "2026-04-04, false",
        "2026-04-05, false",
        "2026-05-06, false",
        "2026-05-07, true",
        "2026-09-22, false",
        "2026-12-28, true",
        "2026-12-29, false",
        "2027-01-01, false",
        "2028-01-03, false",
        "2028-01-04, true",
        "2020-01-06, true",
        "2035-12-28, true"
    })
    void opensOnWeekdaysThatAreNoHoliday(LocalDate date, boolean open) {
        assertThat(calendar.isOpen(date, OFFICE)).isEqualTo(open);
        assertThat(calendar.isOpen(date, null)).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2026-04-01, 2026-04-01",
        "2026-04-04, 2026-04-06",
        "2026-05-02, 2026-05-07",
        "2026-09-19, 2026-09-24",
        "2026-12-29, 2027-01-04"
    })
    void findsTheNextOpenDay(LocalDate date, LocalDate next) {
        assertThat(calendar.nextOpen(date, OFFICE)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "2026-11-19, 1, 2026-11-20",
        "2026-11-19, 2, 2026-11-24",
        "2026-11-24, -2, 2026-11-19",
        "2026-11-21, 1, 2026-11-24",
        "2026-11-21, -1, 2026-11-20",
        "2026-11-21, 0, 2026-11-21",
        "2026-05-01, 5, 2026-05-13",
        "2026-12-28, 1, 2027-01-04",
        "2027-01-04, -1, 2026-12-28"
    })
    void countsWorkingDaysForwardsAndBackwards(LocalDate from, int days, LocalDate to) {
        assertThat(calendar.plusWorkingDays(from, days, OFFICE)).isEqualTo(to);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-16, 2026-11-19, 3",
        "2026-11-19, 2026-11-24, 2",
        "2026-11-24, 2026-11-19, -2",
        "2026-11-19, 2026-11-19, 0",
        "2026-11-20, 2026-11-23, 0",
        "2026-12-28, 2027-01-04, 1"
    })
    void countsTheWorkingDaysBetween(LocalDate from, LocalDate to, long days) {
        assertThat(calendar.workingDaysBetween(from, to, OFFICE)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{1} from {0}: {2}, due {3}")
    @CsvSource({
        "2026-01-31, +7日, 2026-02-07, 2026-02-09",
        "2026-01-31, P1M, 2026-02-28, 2026-03-02",
        "2026-01-31, P2M, 2026-03-31, 2026-03-31",
        "2026-01-31, P3M, 2026-04-30, 2026-04-30",
        "2026-04-01, +7日, 2026-04-08, 2026-04-08",
        "2026-04-01, P1M, 2026-05-01, 2026-05-01",
        "2026-04-01, P2M, 2026-06-01, 2026-06-01",
        "2026-04-01, P3M, 2026-07-01, 2026-07-01",
        "2028-02-29, P1Y, 2029-02-28, 2029-02-28",
        "2027-11-30, P3M, 2028-02-29, 2028-02-29",
        "2026-04-01, P14D, 2026-04-15, 2026-04-15",
        "2026-04-01, 当日, 2026-04-01, 2026-04-01",
        "2026-04-04, 当日, 2026-04-04, 2026-04-06",
        "2026-04-10, 月末, 2026-04-30, 2026-04-30",
        "2026-01-10, 月末, 2026-01-31, 2026-02-02",
        "2026-02-10, 月末-1営, 2026-02-27, 2026-02-27",
        "2026-05-01, +5営, 2026-05-13, 2026-05-13",
        "2026-04-04, +1営, 2026-04-06, 2026-04-06",
        "2026-11-24, -3営, 2026-11-18, 2026-11-18",
        "2026-01-31, P1M+5営, 2026-03-06, 2026-03-06",
        "2026-12-22, +7日, 2026-12-29, 2027-01-04"
    })
    void findsTheDueDateAndKeepsTheOriginal(LocalDate start, String rule, LocalDate original, LocalDate date) {
        assertThat(calendar.due(DueRule.parse(rule), start, OFFICE))
                .isEqualTo(new Due(original, date, !original.equals(date)));
    }

    @Test
    void countsTheOfficesOwnClosingDaysForThatOfficeOnly() {
        var friday = LocalDate.of(2026, 11, 20);
        calendar.closeOffice(OFFICE, friday, "庁舎の停電");

        assertThat(calendar.isOpen(friday, OFFICE)).isFalse();
        assertThat(calendar.nextOpen(friday, OFFICE)).isEqualTo("2026-11-24");
        assertThat(calendar.plusWorkingDays(friday.minusDays(1), 1, OFFICE)).isEqualTo("2026-11-24");
        assertThat(calendar.workingDaysBetween(friday.minusDays(1), friday, OFFICE))
                .isZero();
        assertThat(calendar.due(DueRule.parse("+7日"), friday.minusDays(7), OFFICE))
                .isEqualTo(new Due(friday, LocalDate.of(2026, 11, 24), true));
        assertThat(calendar.isOpen(friday, "midorino-north")).isTrue();
        assertThat(calendar.isOpen(friday, null)).isTrue();
    }

    @Test
    void changesTheReasonWhenClosedAgainAndOpensWhenTakenBack() {
        var day = LocalDate.of(2026, 11, 20);
        calendar.closeOffice(OFFICE, day, "停電");
        calendar.closeOffice(OFFICE, day, " 研修 ");
        assertThat(calendar.closings(OFFICE)).containsExactly(new OfficeClosing(OFFICE, day, "研修"));

        assertThat(calendar.reopen(OFFICE, day)).isTrue();
        assertThat(calendar.isOpen(day, OFFICE)).isTrue();
        assertThat(calendar.reopen(OFFICE, day)).isFalse();
    }

    @Test
    void wantsAReasonOfReasonableLength() {
        var day = LocalDate.of(2026, 11, 20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.closeOffice(OFFICE, day, "  "))
                .withMessageContaining("閉庁の理由");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.closeOffice(OFFICE, day, "あ".repeat(201)))
                .withMessageContaining("200字");
    }

    @Test
    void namesTheHoliday() {
        assertThat(calendar.holiday(LocalDate.of(2026, 9, 22))).contains("国民の休日");
        assertThat(calendar.holiday(LocalDate.of(2026, 9, 24))).isEmpty();
    }

    @Test
    void refusesDaysThatTheTableDoesNotKnow() {
        var before = LocalDate.of(2019, 12, 31);
        var after = LocalDate.of(2036, 1, 1);
        assertThat(calendar.covers(before)).isFalse();
        assertThat(calendar.covers(before.plusDays(1))).isTrue();
        assertThat(calendar.covers(after)).isFalse();
        assertThat(calendar.covers(after.minusDays(1))).isTrue();

        refuses(() -> calendar.isOpen(before, OFFICE), "2019-12-31は開庁日の表にありません。2020年から2035年まで");
        refuses(() -> calendar.isOpen(after, null), "2036-01-01は開庁日の表にありません");
        refuses(() -> calendar.holiday(after), "2036-01-01");
        refuses(() -> calendar.nextOpen(LocalDate.of(2035, 12, 29), OFFICE), "2036-01-01");
        refuses(() -> calendar.plusWorkingDays(LocalDate.of(2035, 12, 28), 1, OFFICE), "2036-01-01");
        refuses(() -> calendar.plusWorkingDays(after, 0, OFFICE), "2036-01-01");
        refuses(() -> calendar.workingDaysBetween(before, LocalDate.of(2020, 1, 6), OFFICE), "2019-12-31");
        refuses(() -> calendar.due(DueRule.parse("P1Y"), LocalDate.of(2035, 6, 1), OFFICE), "2036-06-01");
        refuses(() -> calendar.closeOffice(OFFICE, after, "停電"), "2036-01-01");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
