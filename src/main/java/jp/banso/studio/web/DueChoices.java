package jp.banso.studio.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.banso.calendar.DueRule;
import jp.banso.calendar.DueWords;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.processengine.DueDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Due expressions to choose from, and the day they would give if a step started today. */
@Component
class DueChoices {

    private static final Pattern DUE = Pattern.compile("\\$\\{\\s*due\\('([^']{1,30})'\\)\\s*}");
    private static final Pattern MEETING = Pattern.compile("\\$\\{\\s*nextMeeting\\(\\)\\s*}");
    private static final Pattern FACT = Pattern.compile("\\$\\{\\s*(\\w{1,60})\\s*}");

    private final DueDates dates;

    DueChoices(DueDates dates) {
        this.dates = dates;
    }

    /** @param example the day, if the step started today; empty when only a running case knows it */
    record Choice(String expression, String label, String example) {}

    /** @param facts what facts are called */
    Choice of(String expression, Map<String, String> facts, Member member) {
        String words = DueWords.of(expression);
        Matcher due = DUE.matcher(expression);
        if (due.matches() && dates.isRule(due.group(1))) {
            return new Choice(
                    expression,
                    words,
                    example(dates.due(due.group(1), null, officeId(member)).toLocalDate()));
        }
        if (MEETING.matcher(expression).matches()) {
            return new Choice(
                    expression,
                    words,
                    dates.nextMeeting(member.municipalityId(), officeId(member))
                            .map(DueChoices::example)
                            .orElse(""));
        }
        Matcher fact = FACT.matcher(expression);
        return new Choice(
                expression,
                fact.matches() ? "%s（%s）".formatted(words, facts.getOrDefault(fact.group(1), fact.group(1))) : words,
                "");
    }

    /** @throws IllegalArgumentException with a Japanese message, for what is no due rule */
    static String checked(String rule) {
        DueRule.parse(rule);
        return rule.strip().replace("'", "");
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
