package jp.banso.meeting.web;

import java.time.LocalDate;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Parsed;
import org.jspecify.annotations.Nullable;

/** Dates as they stand in the fields of a table: R8.11.27. */
final class ShortDates {

    private static final int REIWA = 2018;

    private ShortDates() {}

    static String text(LocalDate date) {
        return date.getYear() <= REIWA
                ? date.toString()
                : "R" + (date.getYear() - REIWA) + "." + date.getMonthValue() + "." + date.getDayOfMonth();
    }

    /** What a text says: a day, nothing, or what to mend. */
    record Read(@Nullable LocalDate date, @Nullable String error) {}

    static Read read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Read(null, null);
        }
        var outcome = JapaneseDate.parse(text);
        return outcome instanceof Parsed parsed
                ? new Read(parsed.date(), null)
                : new Read(null, ((NotADate) outcome).message());
    }
}
