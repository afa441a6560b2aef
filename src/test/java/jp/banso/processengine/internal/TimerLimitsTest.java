package jp.banso.processengine.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import jp.banso.processengine.GuardViolation;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

class TimerLimitsTest {

    @Test
    void aCycleMayRunForYearsButMayNotBePublishedWithAnOldStart() {
        var twoYearsAgo = LocalDateTime.ofInstant(ClockUtil.now().toInstant(), ZoneId.of("Asia/Tokyo"))
                .minusYears(2)
                .withNano(0);
        for (var cycle : new String[] {"R12/%s/P3M", "R/%s/P1D"}) {
            var running = cycle.formatted(twoYearsAgo);
            assertThatCode(() -> TimerLimits.checkRunningCycle(running)).doesNotThrowAnyException();
            assertThatThrownBy(() -> TimerLimits.checkCycle(running))
                    .isInstanceOf(GuardViolation.class)
                    .hasMessageContaining("開始日");
        }
    }

    @Test
    void roundsThatTheEngineWouldHaveToCountThroughAreRefused() {
        for (var cycle : new String[] {
            "R/1970-01-01T00:00:00/P1D",
            "R/1970-01-01T00:00:00/PT10S",
            "R2147483647/1970-01-01T00:00:00/PT1M",
            "R3/1970-01-01T00:00:00/PT1H",
            "R/PT0S"
        }) {
            assertThatThrownBy(() -> TimerLimits.checkRunningCycle(cycle)).isInstanceOf(GuardViolation.class);
        }
    }
}
