package jp.banso;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Every run of the tests begins at ten on the same Monday, so that what is green today is green on a holiday; another day
 * is tried with {@code -Dbanso.test.day=2026-12-31}.
 */
public class FirstDay implements LauncherSessionListener {

    private static final String USUAL = "2026-06-01";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        begin();
    }

    /** As after a start: the clock has not been moved. */
    public static void begin() {
        long begin = LocalDate.parse(System.getProperty("banso.test.day", USUAL))
                .atTime(LocalTime.of(10, 0))
                .atZone(ZoneId.of("Asia/Tokyo"))
                .toInstant()
                .toEpochMilli();
        ClockUtil.offset(begin - System.currentTimeMillis());
    }
}
