package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HolidaysTest {

    private final Holidays holidays = Holidays.load();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2020-02-23, 天皇誕生日",
        "2020-02-24, 振替休日",
        "2020-07-23, 海の日",
        "2020-07-24, スポーツの日",
        "2020-08-10, 山の日",
        "2021-07-22, 海の日",
        "2021-07-23, スポーツの日",
        "2021-08-08, 山の日",
        "2021-08-09, 振替休日",
        "2024-02-12, 振替休日",
        "2026-05-06, 振替休日",
        "2026-09-21, 敬老の日",
        "2026-09-22, 国民の休日",
        "2026-09-23, 秋分の日",
        "2026-11-23, 勤労感謝の日",
        "2032-09-21, 国民の休日",
        "2035-03-21, 春分の日",
        "2035-11-23, 勤労感謝の日"
    })
    void knowsTheHoliday(LocalDate date, String name) {
        assertThat(holidays.nameOf(date)).contains(name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2020-07-20", "2020-08-11", "2020-10-12", "2021-07-19", "2021-08-11", "2021-10-11", "2026-12-23"})
    void knowsTheDaysThatAreNoHoliday(LocalDate date) {
        assertThat(holidays.nameOf(date)).isEmpty();
    }

    static IntStream years() {
        return IntStream.rangeClosed(Holidays.FIRST_YEAR, Holidays.LAST_YEAR);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("years")
    void agreesWithTheLawOnEveryDayOfTheYear(int year) {
        var table = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> holidays.nameOf(date).isPresent())
                .collect(Collectors.toMap(
                        date -> date, date -> holidays.nameOf(date).orElseThrow()));

        assertThat(table).isEqualTo(byLaw(year));
    }

    @Test
    void closesTheYearEndFromTheTwentyNinthToTheThird() {
        assertThat(LocalDate.of(2026, 12, 27)
                        .datesUntil(LocalDate.of(2027, 1, 6))
                        .filter(Holidays::isYearEnd))
                .containsExactlyElementsOf(LocalDate.of(2026, 12, 29)
                        .datesUntil(LocalDate.of(2027, 1, 4))
                        .toList());
    }

    /** 国民の祝日に関する法律, with the moves of the Olympic years and the usual formula for the equinoxes. */
    private static Map<LocalDate, String> byLaw(int year) {
        var days = new TreeMap<LocalDate, String>();
        days.put(LocalDate.of(year, 1, 1), "元日");
        days.put(monday(year, 1, 2), "成人の日");
        days.put(LocalDate.of(year, 2, 11), "建国記念の日");
        days.put(LocalDate.of(year, 2, 23), "天皇誕生日");
        days.put(LocalDate.of(year, 3, equinox(year, 20.8431)), "春分の日");
        days.put(LocalDate.of(year, 4, 29), "昭和の日");
        days.put(LocalDate.of(year, 5, 3), "憲法記念日");
        days.put(LocalDate.of(year, 5, 4), "みどりの日");
        days.put(LocalDate.of(year, 5, 5), "こどもの日");
        days.put(year > 2021 ? monday(year, 7, 3) : LocalDate.of(year, 7, year == 2020 ? 23 : 22), "海の日");
        days.put(LocalDate.of(year, 8, year > 2021 ? 11 : year == 2020 ? 10 : 8), "山の日");
        days.put(monday(year, 9, 3), "敬老の日");
        days.put(LocalDate.of(year, 9, equinox(year, 23.2488)), "秋分の日");
        days.put(year > 2021 ? monday(year, 10, 2) : LocalDate.of(year, 7, year == 2020 ? 24 : 23), "スポーツの日");
        days.put(LocalDate.of(year, 11, 3), "文化の日");
        days.put(LocalDate.of(year, 11, 23), "勤労感謝の日");
        addDaysThatFollow(days);
        return days;
    }

    private static void addDaysThatFollow(Map<LocalDate, String> days) {
        var named = Map.copyOf(days);
        for (var day : named.keySet()) {
            var next = day.plusDays(1);
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                while (named.containsKey(next)) {
                    next = next.plusDays(1);
                }
                days.put(next, "振替休日");
            } else if (!named.containsKey(next) && named.containsKey(day.plusDays(2))) {
                days.put(next, "国民の休日");
            }
        }
    }

    private static LocalDate monday(int year, int month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
    }

    private static int equinox(int year, double in1980) {
        return (int) (in1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
    }
}
