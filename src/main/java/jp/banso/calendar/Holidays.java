package jp.banso.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The national holidays in {@code holidays.csv}, with 振替休日 and 国民の休日. The table was made from
 * {@code @holiday-jp/holiday_jp} 2.5.1 and agrees on every day with the rules of 国民の祝日に関する法律.
 */
final class Holidays {

    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2035;

    private static final MonthDay YEAR_END_FROM = MonthDay.of(12, 29);
    private static final MonthDay NEW_YEAR_TO = MonthDay.of(1, 3);

    private final Map<LocalDate, String> names;

    private Holidays(Map<LocalDate, String> names) {
        this.names = names;
    }

    static Holidays load() {
        try (var in = Objects.requireNonNull(Holidays.class.getResourceAsStream("holidays.csv"), "holidays.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Holidays(lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(cells -> LocalDate.parse(cells[0]), cells -> cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(names.get(date));
    }

    static boolean isYearEnd(LocalDate date) {
        var day = MonthDay.from(date);
        return !day.isBefore(YEAR_END_FROM) || !day.isAfter(NEW_YEAR_TO);
    }

    static boolean covers(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }
}
