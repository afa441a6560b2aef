package jp.banso.story;

import java.time.LocalDate;

/** Dates as people here type them: R8.11.24. */
final class Wareki {

    private static final int BEFORE_REIWA = 2018;
    private static final int BEFORE_HEISEI = 1988;
    private static final int BEFORE_SHOWA = 1925;

    private Wareki() {}

    static String of(LocalDate date) {
        if (!date.isBefore(LocalDate.of(2019, 5, 1))) {
            return typed("R", date.getYear() - BEFORE_REIWA, date);
        }
        return date.isBefore(LocalDate.of(1989, 1, 8))
                ? typed("S", date.getYear() - BEFORE_SHOWA, date)
                : typed("H", date.getYear() - BEFORE_HEISEI, date);
    }

    private static String typed(String era, int year, LocalDate date) {
        return "%s%d.%d.%d".formatted(era, year, date.getMonthValue(), date.getDayOfMonth());
    }
}
