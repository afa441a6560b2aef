package jp.banso.notice.internal;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import jp.banso.notice.internal.Digest.OfficeWeek;
import org.jspecify.annotations.Nullable;

/** The words of the mail. Mail crosses networks that the product does not guard: counts and links, nobody's name. */
final class DigestText {

    private final String baseUrl;

    DigestText(String baseUrl) {
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    String subject(LocalDate day) {
        return "【伴走】%d月%d日（%s）のやること"
                .formatted(
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE));
    }

    String body(Digest digest) {
        StringBuilder text = new StringBuilder();
        if (digest.daily()) {
            line(text, "自分のやること");
            line(text, "　今日まで　　　" + digest.today() + "件");
            line(text, "　期限超過　　　" + digest.overdue() + "件");
            line(text, "　未読の知らせ　" + digest.unread() + "件");
            line(text, "");
            line(text, "今日までのやること");
            line(text, baseUrl + "/worklist?view=today");
            line(text, "知らせ");
            line(text, baseUrl + "/notices");
            line(text, "");
        }
        digest.offices().forEach(office -> week(text, office));
        if (!digest.offices().isEmpty()) {
            line(text, "期限を過ぎたやること");
            line(text, baseUrl + "/worklist?view=overdue");
            line(text, "");
        }
        line(text, "このメールをやめる、送る時間を変える");
        line(text, baseUrl + "/notices/settings");
        return text.toString();
    }

    private static void week(StringBuilder text, OfficeWeek week) {
        WeeklyCount now = week.now();
        WeeklyCount before = week.before();
        line(text, week.officeName() + "の1週間");
        line(
                text,
                "　進んでいるやること　" + now.openSteps() + "件"
                        + change(now.openSteps(), before == null ? null : before.openSteps()));
        line(
                text,
                "　期限超過　　　　　　" + now.overdue() + "件" + change(now.overdue(), before == null ? null : before.overdue()));
        line(
                text,
                "　今週が期限　　　　　" + now.dueThisWeek() + "件"
                        + change(now.dueThisWeek(), before == null ? null : before.dueThisWeek()));
        line(text, "");
    }

    private static String change(int now, @Nullable Integer before) {
        if (before == null) {
            return "";
        }
        int by = now - before;
        return by == 0 ? "（前の週と同じ）" : "（前の週より" + (by > 0 ? "＋" + by : "−" + -by) + "件）";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
