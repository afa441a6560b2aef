package jp.banso.processengine.internal.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.banso.processengine.GuardViolation;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.Rehearsal.Mark;

/** Why a rehearsal did not go on, in words that an administrator can act on. */
final class Troubles {

    private static final Pattern UNKNOWN =
            Pattern.compile("Cannot (?:resolve|find) (?:identifier|property) '?([A-Za-z0-9_]+)");

    private Troubles() {}

    static String words(Throwable failed, ModelMap map, List<Mark> marks) {
        var last = marks.stream().filter(mark -> !mark.flow()).reduce((a, b) -> b);
        var where = last.map(mark -> "「%s」（%s）で止まりました。".formatted(map.name(mark.place()), map.title(mark.process())))
                .orElse("始められませんでした。");
        return where + why(failed);
    }

    private static String why(Throwable failed) {
        for (Throwable cause = failed; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof Recorder.TooMuch || cause instanceof GuardViolation) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof StackOverflowError) {
                return "呼び出しが深すぎます。";
            }
            var message = String.valueOf(cause.getMessage());
            var unknown = UNKNOWN.matcher(message);
            if (unknown.find()) {
                return "条件に使う値「%s」を、ここまでのどの手順も作っていません。".formatted(unknown.group(1));
            }
            if (message.contains("No outgoing sequence flow")) {
                return "どの条件にも当てはまらず、進む先がありません。";
            }
            if (message.toLowerCase(Locale.ROOT).contains("hit policy")) {
                return "決定表の答えが1つに決まりません。";
            }
            if (message.contains("FEEL") || message.contains("DMN-")) {
                return "決定表の式が、この場面の値では計算できません。";
            }
        }
        return "条件や期限の式が、この場面の値では計算できません。";
    }
}
