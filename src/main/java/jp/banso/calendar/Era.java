package jp.banso.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The eras since the Gregorian calendar came into use in Japan (明治6年1月1日). */
enum Era {
    MEIJI("明治", 'M', 1868, LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 29)),
    TAISHO("大正", 'T', 1912, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
    SHOWA("昭和", 'S', 1926, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI("平成", 'H', 1989, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA("令和", 'R', 2019, LocalDate.of(2019, 5, 1), null);

    private final String kanji;
    private final char letter;
    private final int firstYear;
    private final LocalDate begin;
    private final @Nullable LocalDate end;

    Era(String kanji, char letter, int firstYear, LocalDate begin, @Nullable LocalDate end) {
        this.kanji = kanji;
        this.letter = letter;
        this.firstYear = firstYear;
        this.begin = begin;
        this.end = end;
    }

    /** The era a day belongs to; none before 明治6年. */
    static Optional<Era> on(LocalDate date) {
        return Arrays.stream(values()).filter(era -> !date.isBefore(era.begin)).reduce((earlier, later) -> later);
    }

    /** By 令和, 令, R or r. */
    static Optional<Era> named(String name) {
        return Arrays.stream(values())
                .filter(era -> era.kanji.equals(name)
                        || era.kanji.substring(0, 1).equals(name)
                        || String.valueOf(era.letter).equalsIgnoreCase(name))
                .findFirst();
    }

    String kanji() {
        return kanji;
    }

    int gregorianYear(int yearOfEra) {
        return firstYear + yearOfEra - 1;
    }

    /** R8, as in dates that are typed. */
    String letterYear(int gregorianYear) {
        return letter + Integer.toString(gregorianYear - firstYear + 1);
    }

    /** 令和8年, and 令和元年 for the first. */
    String year(int gregorianYear) {
        var yearOfEra = gregorianYear - firstYear + 1;
        return kanji + (yearOfEra == 1 ? "元" : yearOfEra) + "年";
    }

    /** What is wrong with a day that was written in this era; nothing when it belongs to it. */
    Optional<String> objectionTo(LocalDate date) {
        if (date.isBefore(begin)) {
            return Optional.of(kanji + "は" + yearMonthDay(begin) + "からです。" + suggestion(date));
        }
        if (end != null && date.isAfter(end)) {
            return Optional.of(kanji + "は" + yearMonthDay(end) + "までです。" + suggestion(date));
        }
        return Optional.empty();
    }

    private String yearMonthDay(LocalDate date) {
        return year(date.getYear()).substring(kanji.length()) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String suggestion(LocalDate date) {
        return on(date).map(era -> era.kanji + era.yearMonthDay(date) + "ではありませんか。")
                .orElse("");
    }
}
