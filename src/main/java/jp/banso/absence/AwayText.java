package jp.banso.absence;

import java.time.LocalDate;
import jp.banso.calendar.JapaneseDate;
import org.jspecify.annotations.Nullable;

/** How long somebody is away, in words. */
public final class AwayText {

    private AwayText() {}

    /** 「12/14」. */
    public static String day(LocalDate lastDay) {
        return JapaneseDate.row(lastDay).split(" ")[0];
    }

    /** 「（12/14まで不在）」 to stand behind a name; empty for who is there. */
    public static String beside(@Nullable LocalDate lastDay) {
        return lastDay == null ? "" : "（" + day(lastDay) + "まで不在）";
    }
}
