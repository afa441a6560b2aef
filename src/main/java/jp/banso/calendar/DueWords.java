package jp.banso.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Due expressions, due rules and timers of models in the words of those who keep to them. What is unknown stays as it is. */
public final class DueWords {

    private static final Pattern RULE = Pattern.compile("due\\('([^']+)'\\)");
    private static final Pattern FROM = Pattern.compile("due(From|Before)\\(\\s*(\\w+)\\s*,\\s*'([^']+)'\\s*\\)");
    private static final Pattern MORNING = Pattern.compile("dayFrom\\(\\s*(\\w+)\\s*,\\s*'([^']+)'\\s*\\)");
    private static final Pattern AFTER_MEETING = Pattern.compile("nextMeetingDue\\('([^']+)'\\)");
    private static final Pattern COUNT = Pattern.compile("(businessDays|days|months)\\(([0-9]+)\\)");
    private static final Pattern CYCLE = Pattern.compile("R([0-9]*)/(?:([0-9T:.+Z-]+)/)?(P[0-9A-Z]+)");
    private static final Pattern PERIOD = Pattern.compile(
            "P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?");
    private static final List<String> UNITS = List.of("年", "か月", "週間", "日", "時間", "分", "秒");
    private static final Map<String, String> DAYS = Map.of(
            "meetingDate", "会議の日",
            "interviewDate", "面接の日",
            "jobStart", "就職日");

    private DueWords() {}

    /** A due expression of a model, like {@code ${due('+5営')}}: 5営業日以内. Empty without one. */
    public static String of(@Nullable String expression) {
        if (expression == null || expression.isBlank()) {
            return "";
        }
        Matcher rule = RULE.matcher(expression);
        if (rule.find()) {
            return within(rule.group(1));
        }
        Matcher from = FROM.matcher(expression);
        if (from.find()) {
            var day = DAYS.getOrDefault(from.group(2), "ほかの日付");
            return from.group(1).equals("Before")
                    ? day + "の" + rule(from.group(3)) + "前まで"
                    : from.group(3).equals("当日") ? day : day + "から" + within(from.group(3));
        }
        Matcher morning = MORNING.matcher(expression);
        if (morning.find()) {
            var day = DAYS.getOrDefault(morning.group(1), "ほかの日付");
            return morning.group(2).equals("当日") ? day : day + "から" + rule(morning.group(2)) + "後";
        }
        Matcher meeting = AFTER_MEETING.matcher(expression);
        if (meeting.find()) {
            return "次の会議から" + within(meeting.group(1));
        }
        Matcher count = COUNT.matcher(expression);
        if (count.find()) {
            var unit =
                    Map.of("businessDays", "営業日", "days", "日", "months", "か月").get(count.group(1));
            return count.group(2) + unit + "以内";
        }
        return expression.contains("nextMeeting")
                ? "次の会議まで"
                : expression.contains("Due") ? "予定の日" : expression.contains("{") ? "ほかの日付から数える" : timer(expression);
    }

    private static String within(String rule) {
        var words = rule(rule);
        return words.matches("[0-9].*") ? words + "以内" : words;
    }

    /** A due rule without any "within": {@code +5営} is 5営業日. */
    public static String rule(String rule) {
        return rule.replaceFirst("^\\+?(\\d+)営$", "$1営業日")
                .replaceFirst("^\\+?(\\d+)日$", "$1日")
                .replaceFirst("^P(\\d+)M$", "$1か月")
                .replaceFirst("^P(\\d+)W$", "$1週間")
                .replaceFirst("^P(\\d+)D$", "$1日");
    }

    /** The time of a timer: {@code P14D} is 14日, {@code R12/P3M} is 3か月ごとに12回まで. */
    public static String timer(String text) {
        var cycle = CYCLE.matcher(text);
        if (cycle.matches()) {
            return period(cycle.group(3)) + "ごと" + (cycle.group(1).isEmpty() ? "" : "に" + cycle.group(1) + "回まで");
        }
        return period(text);
    }

    private static String period(String text) {
        var matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < UNITS.size(); i++) {
            if (matcher.group(i + 1) != null) {
                parts.add(matcher.group(i + 1) + UNITS.get(i));
            }
        }
        return parts.isEmpty() ? text : String.join("", parts);
    }
}
