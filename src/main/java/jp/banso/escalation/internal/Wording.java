package jp.banso.escalation.internal;

import java.time.LocalDate;
import java.util.function.Function;
import jp.banso.calendar.DisplayDates;
import jp.banso.escalation.Level;

/** What a notice about steps says. */
final class Wording {

    /** As whom somebody is told. */
    enum Concern {
        OWN,
        COVERED,
        UNCLAIMED
    }

    private final DisplayDates dates;
    private final Function<String, String> names;
    private final LocalDate today;

    /** @param names display name of a user */
    Wording(DisplayDates dates, Function<String, String> names, LocalDate today) {
        this.dates = dates;
        this.names = names;
        this.today = today;
    }

    String one(OpenStep step, Level level, Concern concern) {
        LocalDate due = step.dueSort().toLocalDate();
        String day = dates.row(due);
        if (concern == Concern.UNCLAIMED) {
            return StepTitle.of(step) + "の担当がまだいません。期限は" + (due.equals(today) ? "今日" : day) + "です";
        }
        String sentence = sentence(step, level, due, day);
        return concern == Concern.COVERED
                ? sentence + "（" + names.apply(String.valueOf(step.assignee())) + "さんの代理）"
                : sentence;
    }

    private String sentence(OpenStep step, Level level, LocalDate due, String day) {
        return switch (level) {
            case BEFORE -> StepTitle.of(step) + "の期限が近づいています（" + day + "）";
            case DUE -> StepTitle.of(step) + (due.equals(today) ? "の期限は今日です" : "の期限を過ぎました（" + day + "）");
            case LATE -> StepTitle.of(step) + "が期限を" + Level.WORKING_DAYS_LATE + "営業日すぎています。" + holder(step);
            case VERY_LATE -> StepTitle.of(step) + "が期限を" + Level.WORKING_DAYS_VERY_LATE + "営業日すぎています。" + holder(step);
        };
    }

    String many(Level level, Concern concern, int count) {
        if (concern == Concern.UNCLAIMED) {
            return "期限が近いのに担当のいないやることが" + count + "件あります";
        }
        String whose = concern == Concern.COVERED ? "代理で、" : "";
        return whose
                + switch (level) {
                    case BEFORE -> "期限が近づいているやることが" + count + "件あります";
                    case DUE -> "今日が期限のやることが" + count + "件あります";
                    case LATE -> "期限を" + Level.WORKING_DAYS_LATE + "営業日すぎたやることが" + count + "件あります";
                    case VERY_LATE -> "期限を" + Level.WORKING_DAYS_VERY_LATE + "営業日すぎたやることが" + count + "件あります";
                };
    }

    private String holder(OpenStep step) {
        return step.assignee() == null ? "担当がいません" : "担当は" + names.apply(step.assignee()) + "さんです";
    }

    static String list(Level level, Concern concern) {
        if (concern != Concern.OWN) {
            return "/worklist?view=" + (concern == Concern.COVERED ? "covered" : "unclaimed");
        }
        return switch (level) {
            case BEFORE -> "/worklist?view=mine";
            case DUE -> "/worklist?view=today";
            case LATE, VERY_LATE -> "/worklist?view=overdue";
        };
    }
}
