package jp.banso.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a due date follows from a start date, as written in models: {@code 当日},
 * {@code 月末}, {@code +5営}, {@code -3営}, {@code +7日}, {@code P3M}, {@code P1Y}, {@code P14D}, {@code P3M+5営}.
 * First the calendar period is added (a missing day becomes the month's last), then the working days are counted.
 */
public record DueRule(Period period, boolean monthEnd, int workingDays) {

    private static final int MAX_YEARS = 10;
    private static final int MAX_DAYS = 3660;
    private static final int MAX_WORKING_DAYS = 1000;
    private static final String EXAMPLES = "当日、月末、+5営、-3営、+7日、P3M、P1Y、P14D、P3M+5営 のように書いてください。";

    private static final String NUMBER = "(?<sign>[+-]?)(?<number>[0-9]{1,6})";
    private static final Pattern WORKING_DAYS = Pattern.compile(NUMBER + "営(業日)?");
    private static final Pattern CALENDAR_DAYS = Pattern.compile(NUMBER + "日");
    private static final Pattern NO_UNIT = Pattern.compile(NUMBER);
    private static final Pattern ISO_PERIOD =
            Pattern.compile("P(?=[0-9])([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?");
    private static final Pattern COMBINED = Pattern.compile("(?<base>.*[^+-])(?<working>[+-][^+-]*)");

    /** Reads a rule; full-width letters and digits count as the plain ones. */
    public static DueRule parse(String text) {
        var rule = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .strip()
                .toUpperCase(Locale.ROOT);
        if (rule.isEmpty()) {
            throw new IllegalArgumentException("期限の決まりが空です。" + EXAMPLES);
        }
        var combined = COMBINED.matcher(rule);
        if (combined.matches()) {
            return calendarPart(combined.group("base"), text)
                    .withWorkingDays(workingPart(combined.group("working"), text));
        }
        if (WORKING_DAYS.matcher(rule).matches()) {
            return new DueRule(Period.ZERO, false, workingPart(rule, text));
        }
        return calendarPart(rule, text);
    }

    /** The same distance in the other direction, for "three working days before the meeting". */
    public DueRule before() {
        if (monthEnd) {
            throw new IllegalArgumentException("「月末」は、さかのぼる期限には使えません。");
        }
        return new DueRule(period.negated(), false, -workingDays);
    }

    /** The day the calendar part names, before working days are counted and before any shift. */
    LocalDate calendarDay(LocalDate start) {
        var day = start.plusMonths(period.toTotalMonths()).plusDays(period.getDays());
        return monthEnd ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
    }

    private DueRule withWorkingDays(int days) {
        return new DueRule(period, monthEnd, days);
    }

    private static DueRule calendarPart(String part, String whole) {
        if (part.equals("当日")) {
            return new DueRule(Period.ZERO, false, 0);
        }
        if (part.equals("月末")) {
            return new DueRule(Period.ZERO, true, 0);
        }
        var days = CALENDAR_DAYS.matcher(part);
        if (days.matches()) {
            return new DueRule(checked(Period.ofDays(signed(days)), whole), false, 0);
        }
        if (ISO_PERIOD.matcher(part).matches()) {
            return new DueRule(checked(Period.parse(part), whole), false, 0);
        }
        throw unreadable(part, whole);
    }

    private static int workingPart(String part, String whole) {
        var matcher = WORKING_DAYS.matcher(part);
        if (!matcher.matches()) {
            throw unreadable(part, whole);
        }
        var days = signed(matcher);
        if (days == 0) {
            throw new IllegalArgumentException("「%s」：0営業日はありません。その日なら「当日」と書いてください。".formatted(whole));
        }
        if (Math.abs(days) > MAX_WORKING_DAYS) {
            throw new IllegalArgumentException("「%s」：営業日は%d日までです。".formatted(whole, MAX_WORKING_DAYS));
        }
        return days;
    }

    private static Period checked(Period period, String whole) {
        if (period.isZero()) {
            throw new IllegalArgumentException("「%s」：長さが0です。その日なら「当日」と書いてください。".formatted(whole));
        }
        if (period.toTotalMonths() > MAX_YEARS * 12L || Math.abs(period.getDays()) > MAX_DAYS) {
            throw new IllegalArgumentException("「%s」：長すぎます。%d年までにしてください。".formatted(whole, MAX_YEARS));
        }
        return period;
    }

    private static int signed(Matcher matcher) {
        var number = Integer.parseInt(matcher.group("number"));
        return matcher.group("sign").equals("-") ? -number : number;
    }

    private static IllegalArgumentException unreadable(String part, String whole) {
        if (NO_UNIT.matcher(part).matches()) {
            return new IllegalArgumentException("「%s」：「%s」に単位がありません。営業日なら「営」、暦の日なら「日」を付けてください。".formatted(whole, part));
        }
        var where = part.equals(whole.strip()) ? "「" + whole + "」" : "「" + whole + "」の「" + part + "」";
        return new IllegalArgumentException(where + "は期限の決まりとして読めません。" + EXAMPLES);
    }
}
