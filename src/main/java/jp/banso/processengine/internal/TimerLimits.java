package jp.banso.processengine.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.regex.Pattern;
import jp.banso.processengine.GuardViolation;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a timer may ask for. Anything the engine would have to iterate over (a period of zero, a start in 1970, a cron
 * expression that never matches) hangs its thread and blocks later deployments, so it is refused before the engine
 * computes anything.
 */
public final class TimerLimits {

    private static final int MAX_YEARS = 10;
    private static final int MAX_REPEATS = 1000;
    private static final int MAX_ROUNDS = 4000;
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;
    private static final Pattern DURATION =
            Pattern.compile("P(?=[0-9T])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
                    + "(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,9})S)?)?");
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private TimerLimits() {}

    /** A moment or a duration, as a due date or a timer date. */
    public static void checkDate(String text) {
        if (text.startsWith("P")) {
            checkDuration(text);
        } else {
            checkMoment(moment(text));
        }
    }

    public static void checkDate(@Nullable Date date) {
        if (date != null) {
            checkMoment(LocalDateTime.ofInstant(date.toInstant(), ZONE));
        }
    }

    /** A duration of one minute up to ten years; a moment is allowed too, as the engine allows it. */
    public static void checkDuration(String text) {
        if (!text.startsWith("P") && !text.startsWith("R")) {
            checkMoment(moment(text));
            return;
        }
        if (seconds(text) < MINUTE) {
            throw refused(text, "間隔は1分以上にしてください");
        }
    }

    /** {@code R<n>/<period>} or {@code R<n>/<start>/<period>}; without a number only for periods of a day or more. */
    public static void checkCycle(String text) {
        checkRunningCycle(text);
        var parts = text.split("/", -1);
        if (parts.length == 3 && moment(parts[1]).isBefore(now().minusYears(1))) {
            throw refused(text, "開始日は1年前より後にしてください");
        }
    }

    /**
     * The same for a cycle that may have run for years: the engine writes the start of the first round into it and counts
     * from there each time, so the rounds since then have a limit instead of the start.
     */
    static void checkRunningCycle(String text) {
        var parts = text.split("/", -1);
        if (!parts[0].matches("R[0-9]{0,9}") || parts.length < 2 || parts.length > 3) {
            throw refused(text, "くり返しは R3/PT1H の形で書いてください");
        }
        var period = seconds(parts[parts.length - 1]);
        if (period < MINUTE) {
            throw refused(text, "間隔は1分以上にしてください");
        }
        if (parts[0].equals("R") ? period < DAY : Long.parseLong(parts[0].substring(1)) > MAX_REPEATS) {
            throw refused(text, "くり返しは%d回までです".formatted(MAX_REPEATS));
        }
        if (parts.length == 3) {
            var start = moment(parts[1]);
            checkMoment(start);
            checkRounds(text, parts[0].substring(1), start, period);
        }
    }

    private static void checkRounds(String text, String repeats, LocalDateTime start, long period) {
        if (repeats.isEmpty()) {
            if (ChronoUnit.SECONDS.between(start, now()) / period > MAX_ROUNDS) {
                throw refused(text, "開始日からのくり返しが多すぎます");
            }
        } else if (start.plusSeconds(Long.parseLong(repeats) * period).isBefore(now().minusYears(1))) {
            throw refused(text, "くり返しは1年より前に終わっています");
        }
    }

    private static void checkMoment(LocalDateTime moment) {
        if (moment.isAfter(now().plusYears(MAX_YEARS)) || moment.getYear() < 1900) {
            throw refused(moment.toString(), "期日は%d年先までです".formatted(MAX_YEARS));
        }
    }

    private static long seconds(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw refused(text, "期間は P3M や PT1H の形で書いてください");
        }
        var number = new long[8];
        for (int i = 1; i <= 7; i++) {
            number[i] = matcher.group(i) == null ? 0 : Long.parseLong(matcher.group(i));
        }
        long days = number[1] * 365 + number[2] * 30 + number[3] * 7 + number[4];
        long seconds = days * DAY + number[5] * 3600 + number[6] * 60 + number[7];
        if (seconds > MAX_YEARS * 366L * DAY) {
            throw refused(text, "期間は%d年までです".formatted(MAX_YEARS));
        }
        return seconds;
    }

    private static LocalDateTime moment(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay();
            }
            return text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")
                    ? OffsetDateTime.parse(text.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2"))
                            .atZoneSameInstant(ZONE)
                            .toLocalDateTime()
                    : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw refused(text, "日時は 2027-04-01T09:00:00 の形で書いてください");
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(ClockUtil.now().toInstant(), ZONE);
    }

    private static GuardViolation refused(String text, String reason) {
        return new GuardViolation("タイマーの値「%s」は使えません。%s。".formatted(shortened(text), reason));
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
