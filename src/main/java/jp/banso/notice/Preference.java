package jp.banso.notice;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How a member wants to be told.
 *
 * @param quietFrom from here on no mail
 * @param quietTo until here; equal times mean no quiet hours
 */
public record Preference(
        String username,
        @Nullable String email,
        boolean dailyMail,
        boolean weeklyMail,
        LocalTime quietFrom,
        LocalTime quietTo) {

    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** In the product only, and nothing at night. */
    public static Preference first(String username) {
        return new Preference(username, null, false, false, EVENING, MORNING);
    }

    /** Whether no mail may be sent now; the hours may go over midnight. */
    public boolean isQuiet(LocalTime now) {
        boolean started = !now.isBefore(quietFrom);
        boolean over = !now.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? started && !over : quietTo.isBefore(quietFrom) && (started || !over);
    }
}
