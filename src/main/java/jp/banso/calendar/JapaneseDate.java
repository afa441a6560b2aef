package jp.banso.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Dates as Japanese offices write and read them. */
public final class JapaneseDate {

    private JapaneseDate() {}

    /** What became of a text that should be a date. */
    public sealed interface Outcome permits Parsed, NotADate {}

    /** The text is this day. */
    public record Parsed(LocalDate date) implements Outcome {}

    /** The text is no day; the message says in Japanese what to mend. */
    public record NotADate(String message) implements Outcome {}

    /** 令和8年11月21日（土）. */
    public static String full(LocalDate date) {
        return plain(date) + "（" + weekday(date.getDayOfWeek()) + "）";
    }

    /** 昭和59年2月3日: without the weekday, as for a birth date. */
    public static String plain(LocalDate date) {
        return year(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 11/16 月: the short form of table rows. */
    public static String row(LocalDate date) {
        return date.getMonthValue() + "/" + date.getDayOfMonth() + " " + weekday(date.getDayOfWeek());
    }

    /** R8.11.21: the short form in which dates are typed; ISO for days before 明治6年. */
    public static String typed(LocalDate date) {
        return Era.on(date)
                .map(era -> era.letterYear(date.getYear()) + "." + date.getMonthValue() + "." + date.getDayOfMonth())
                .orElseGet(date::toString);
    }

    /** 令和8年; the Gregorian year for days before 明治6年. */
    public static String year(LocalDate date) {
        return Era.on(date).map(era -> era.year(date.getYear())).orElseGet(() -> date.getYear() + "年");
    }

    /** Reads a date in either calendar: 令和8年4月1日, R8.4.1, S59/2/3, 2026-04-01, 20260401, in any width. */
    public static Outcome parse(String text) {
        return DateReader.read(text);
    }

    static String weekday(DayOfWeek day) {
        return "月火水木金土日".substring(day.getValue() - 1, day.getValue());
    }
}
