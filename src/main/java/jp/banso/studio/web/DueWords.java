package jp.banso.studio.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.calendar.DueRule;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.processengine.DueDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Due rules of models in plain words, and the day they would give if a step started today. */
@Component
class DueWords {

    private static final Pattern DUE = Pattern.compile("\\$\\{\\s*due\\('([^']{1,30})'\\)\\s*}");
    private static final Pattern FROM =
            Pattern.compile("\\$\\{\\s*(dueFrom|dueBefore)\\((\\w{1,60}),\\s*'([^']{1,30})'\\)\\s*}");
    private static final Pattern MEETING = Pattern.compile("\\$\\{\\s*nextMeeting\\(\\)\\s*}");
    private static final Pattern FACT = Pattern.compile("\\$\\{\\s*(\\w{1,60})\\s*}");

    private final DueDates dates;

    DueWords(DueDates dates) {
        this.dates = dates;
    }

    /** @param example the day, if the step started today; empty when only a running case knows it */
    record Choice(String expression, String label, String example) {}

    /** @param facts what facts are called */
    Choice of(String expression, Map<String, String> facts, Member member) {
        Matcher due = DUE.matcher(expression);
        if (due.matches() && dates.isRule(due.group(1))) {
            LocalDate day = dates.due(due.group(1), null, officeId(member)).toLocalDate();
            return new Choice(expression, words(due.group(1), "以内"), example(day));
        }
        if (MEETING.matcher(expression).matches()) {
            return new Choice(
                    expression,
                    "次の支援調整会議まで",
                    dates.nextMeeting(member.municipalityId(), officeId(member))
                            .map(DueWords::example)
                            .orElse(""));
        }
        return new Choice(expression, later(expression, facts), "");
    }

    private static String later(String expression, Map<String, String> facts) {
        Matcher from = FROM.matcher(expression);
        if (from.matches()) {
            String day = facts.getOrDefault(from.group(2), from.group(2));
            return from.group(1).equals("dueFrom")
                    ? "「%s」から%s".formatted(day, words(from.group(3), "以内"))
                    : "「%s」の%sまで".formatted(day, words(from.group(3), "前"));
        }
        Matcher fact = FACT.matcher(expression);
        return fact.matches() ? "手順が決めた日（%s）".formatted(facts.getOrDefault(fact.group(1), fact.group(1))) : expression;
    }

    /** @throws IllegalArgumentException with a Japanese message, for what is no due rule */
    static String checked(String rule) {
        DueRule.parse(rule);
        return rule.strip().replace("'", "");
    }

    /** {@code +5営} as 5営業日以内. */
    static String words(String rule, String ending) {
        if (rule.equals("当日")) {
            return "その日";
        }
        if (rule.equals("月末")) {
            return "その月の終わり";
        }
        DueRule read = DueRule.parse(rule);
        var words = new StringBuilder();
        append(words, read.period().toTotalMonths(), "か月");
        append(words, read.period().getDays(), "日");
        append(words, read.workingDays(), "営業日");
        return read.monthEnd() ? rule : words + ending;
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count != 0) {
            words.append(words.isEmpty() ? "" : "と").append(Math.abs(count)).append(unit);
        }
    }

    /** R8.12.1（火）. */
    private static String example(LocalDate day) {
        String full = JapaneseDate.full(day);
        return JapaneseDate.typed(day) + full.substring(full.indexOf('（'));
    }

    /** The calendar of the administrator's own office. */
    private static @Nullable String officeId(Member member) {
        return member.officeIds().stream().findFirst().orElse(null);
    }
}
