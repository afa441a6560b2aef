package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayDatesTest {

    private static final String OFFICE = "midorino-main";

    private final WorkingCalendar calendar = new WorkingCalendar(new ClosingDaysInMemory());
    private final DisplayDates dates = on(LocalDateTime.of(2026, 11, 19, 16, 0));

    @Test
    void writesDatesAndDateTimes() {
        var at = LocalDateTime.of(2026, 11, 21, 9, 5);
        assertThat(dates.full(at)).isEqualTo("令和8年11月21日（土）").isEqualTo(dates.full(at.toLocalDate()));
        assertThat(dates.plain(at)).isEqualTo("令和8年11月21日").isEqualTo(dates.plain(at.toLocalDate()));
        assertThat(dates.row(at)).isEqualTo("11/21 土").isEqualTo(dates.row(at.toLocalDate()));
        assertThat(dates.time(at)).isEqualTo("9:05");
        assertThat(dates.time(at.withHour(14).withMinute(0))).isEqualTo("14:00");
    }

    @Test
    void saysTheYearOfWhatIsFarAway() {
        assertThat(dates.row(LocalDate.of(2027, 3, 31))).isEqualTo("3/31 水");
        assertThat(dates.row(LocalDate.of(2025, 2, 17))).isEqualTo("令和7年2月17日");
        assertThat(dates.relativeDue(LocalDateTime.of(2025, 2, 17, 17, 15), OFFICE)
                        .date())
                .isEqualTo("令和7年2月17日");
    }

    @Test
    void writesTheBirthDateAndTheAgeToday() {
        assertThat(dates.birth(LocalDate.of(1984, 2, 3))).isEqualTo("昭和59年2月3日");
        assertThat(dates.age(LocalDate.of(1984, 11, 19))).isEqualTo("42歳");
        assertThat(dates.age(LocalDate.of(1984, 11, 20))).isEqualTo("41歳");
        assertThat(dates.age(LocalDate.of(2026, 11, 20))).isEmpty();
    }

    @Test
    void leavesTheUnknownEmpty() {
        assertThat(dates.full(null)).isEmpty();
        assertThat(dates.plain(null)).isEmpty();
        assertThat(dates.row(null)).isEmpty();
        assertThat(dates.birth(null)).isEmpty();
        assertThat(dates.age(null)).isEmpty();
        assertThat(dates.time(null)).isEmpty();
        assertThat(dates.relativeDue(null, OFFICE)).isEqualTo(new DueText(DueText.Kind.none, "", "", 0));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026-11-16T17:15, overdue, 3営業日超過, 11/16 月, 3",
        "2026-11-18T17:15, overdue, 1営業日超過, 11/18 水, 1",
        "2026-11-19T09:00, today, 今日, 11/19 木, 0",
        "2026-11-19T17:15, today, 今日, 11/19 木, 0",
        "2026-11-20T00:00, soon, あと1営業日, 11/20 金, 1",
        "2026-11-24T17:15, soon, あと2営業日, 11/24 火, 2",
        "2026-11-27T17:15, soon, あと5営業日, 11/27 金, 5",
        "2026-11-30T17:15, later, あと6営業日, 11/30 月, 6"
    })
    void saysHowFarADueTimeIsFromThursday(LocalDateTime due, DueText.Kind kind, String text, String date, long days) {
        assertThat(dates.relativeDue(due, OFFICE)).isEqualTo(new DueText(kind, text, date, days));
    }

    @Test
    void countsByTheOfficesOwnCalendar() {
        calendar.closeOffice(OFFICE, LocalDate.of(2026, 11, 20), "停電");
        var due = LocalDateTime.of(2026, 11, 24, 17, 15);

        assertThat(dates.relativeDue(due, OFFICE).text()).isEqualTo("あと1営業日");
        assertThat(dates.relativeDue(due, "midorino-north").text()).isEqualTo("あと2営業日");
    }

    @Test
    void neverCountsZeroWorkingDays() {
        var friday = LocalDateTime.of(2026, 11, 20, 17, 15);
        assertThat(on(friday.plusDays(1)).relativeDue(friday, OFFICE))
                .isEqualTo(new DueText(DueText.Kind.overdue, "期限超過", "11/20 金", 0));
        assertThat(on(friday).relativeDue(friday.plusDays(2), OFFICE))
                .isEqualTo(new DueText(DueText.Kind.today, "今日", "11/22 日", 0));
    }

    @Test
    void countsCalendarDaysWhereTheTableOfWorkingDaysEnds() {
        assertThat(dates.relativeDue(LocalDateTime.of(2036, 1, 4, 17, 15), OFFICE))
                .isEqualTo(new DueText(DueText.Kind.later, "あと3333日", "令和18年1月4日", 3333));
        assertThat(dates.relativeDue(LocalDateTime.of(2019, 12, 31, 17, 15), OFFICE)
                        .text())
                .isEqualTo("2515日超過");
    }

    private DisplayDates on(LocalDateTime now) {
        var tokyo = ZoneId.of("Asia/Tokyo");
        return new DisplayDates(calendar, Clock.fixed(now.atZone(tokyo).toInstant(), tokyo));
    }
}
