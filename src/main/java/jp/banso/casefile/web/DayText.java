package jp.banso.casefile.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.banso.calendar.JapaneseDate;

/** Days as the case page writes them: without the year while it is this year. */
final class DayText {

    private DayText() {}

    /** 11月19日（木）, or 令和7年11月19日（水） in another year. */
    static String day(LocalDate day, LocalDate today) {
        var full = JapaneseDate.full(day);
        return day.getYear() == today.getYear() ? full.substring(full.indexOf('年') + 1) : full;
    }

    /** 11/19. */
    static String brief(LocalDateTime at) {
        return at.getMonthValue() + "/" + at.getDayOfMonth();
    }
}
