package jp.banso.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Age in completed years (満年齢), which grows on the birthday; for 2月29日 on 3月1日 in other years. */
public final class Age {

    private Age() {}

    public static int at(LocalDate birth, LocalDate day) {
        if (day.isBefore(birth)) {
            throw new IllegalArgumentException("生年月日が、年齢を数える日より後です。");
        }
        return (int) ChronoUnit.YEARS.between(birth, day);
    }
}
