package jp.banso.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Outcome;
import jp.banso.calendar.JapaneseDate.Parsed;
import org.jspecify.annotations.Nullable;

/** Reads a date that a person typed, and says what to mend when there is none. */
final class DateReader {

    private static final int FIRST_YEAR = 1873;
    private static final int LAST_YEAR = 2199;
    private static final String EXAMPLES = "令和8年4月1日、R8.4.1、2026-04-01 のように入れてください。";

    private static final String ERA = "(?<era>[MTSHRmtshr]|明治?|大正?|昭和?|平成?|令和?)";
    private static final String WEEKDAY = "(\\((?<weekday>[月火水木金土日])(曜日?)?\\))?";
    private static final List<Pattern> WAYS = List.of(
            Pattern.compile(ERA + "?(?<year>元|[0-9]{1,4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日" + WEEKDAY),
            Pattern.compile(ERA + "?(?<year>元|[0-9]{1,4})([./-])(?<month>[0-9]{1,2})\\3(?<day>[0-9]{1,2})" + WEEKDAY),
            Pattern.compile("(?<era>)(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?<weekday>)"),
            Pattern.compile(ERA + "(?<year>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})(?<weekday>)"));

    private DateReader() {}

    static Outcome read(String text) {
        var typed = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u2010-\u2015\u2212\u30FC]", "-")
                .replaceAll("\\s", "");
        if (typed.isEmpty()) {
            return new NotADate("日付を入れてください。" + EXAMPLES);
        }
        return WAYS.stream()
                .map(way -> way.matcher(typed))
                .filter(Matcher::matches)
                .findFirst()
                .map(DateReader::understand)
                .orElseGet(() -> new NotADate("日付として読めません。" + EXAMPLES));
    }

    private static Outcome understand(Matcher typed) {
        var eraName = typed.group("era");
        var outcome = eraName == null || eraName.isEmpty()
                ? inWesternYear(typed)
                : Era.named(eraName)
                        .map(era -> inEra(era, typed))
                        .orElseThrow(() -> new IllegalStateException("No era named " + eraName));
        return outcome instanceof Parsed parsed ? onWeekday(parsed, typed.group("weekday")) : outcome;
    }

    private static Outcome inWesternYear(Matcher typed) {
        var digits = typed.group("year");
        if (digits.length() != 4) {
            return new NotADate("年号がありません。令和なら R8.4.1、西暦なら4けたで 2026-04-01 のように入れてください。");
        }
        var year = Integer.parseInt(digits);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return new NotADate("%d年から%d年までの日付を入れてください。".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return inYear(year, digits + "年", typed);
    }

    private static Outcome inEra(Era era, Matcher typed) {
        var yearOfEra = typed.group("year").equals("元") ? 1 : Integer.parseInt(typed.group("year"));
        if (yearOfEra == 0) {
            return new NotADate("%s0年はありません。最初の年は元年か1年と入れてください。".formatted(era.kanji()));
        }
        var year = era.gregorianYear(yearOfEra);
        if (year > LAST_YEAR) {
            return new NotADate("%s%d年は先すぎます。年を確かめてください。".formatted(era.kanji(), yearOfEra));
        }
        var outcome = inYear(year, era.year(year), typed);
        return outcome instanceof Parsed parsed
                ? era.objectionTo(parsed.date()).<Outcome>map(NotADate::new).orElse(outcome)
                : outcome;
    }

    private static Outcome inYear(int year, String yearText, Matcher typed) {
        var month = Integer.parseInt(typed.group("month"));
        if (month < 1 || month > 12) {
            return new NotADate("%d月はありません。1から12の月を入れてください。".formatted(month));
        }
        var day = Integer.parseInt(typed.group("day"));
        var lastDay = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > lastDay) {
            return new NotADate("%s%d月%d日はありません。%d月は1日から%d日までです。".formatted(yearText, month, day, month, lastDay));
        }
        return new Parsed(LocalDate.of(year, month, day));
    }

    private static Outcome onWeekday(Parsed parsed, @Nullable String weekday) {
        var right = JapaneseDate.weekday(parsed.date().getDayOfWeek());
        if (weekday == null || weekday.isEmpty() || weekday.equals(right)) {
            return parsed;
        }
        return new NotADate("%sは%s曜日です。日付か曜日を直してください。".formatted(JapaneseDate.plain(parsed.date()), right));
    }
}
