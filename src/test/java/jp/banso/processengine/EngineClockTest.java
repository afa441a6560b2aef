package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.FirstDay;
import jp.banso.JourneyDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Time that was moved for a demonstration. */
@BansoTest
class EngineClockTest {

    @Autowired
    private EngineClock time;

    @Autowired
    private JourneyDriver story;

    @Autowired
    private Clock clock;

    @Test
    void afterARestartTimeGoesOnFromTheLastThingThatHappened() {
        var moved = LocalDateTime.now(clock).plusDays(3).truncatedTo(ChronoUnit.SECONDS);
        time.advanceTo(moved);
        story.open("古賀 明", "watch-over", Map.of());

        FirstDay.begin();
        time.resume();

        assertThat(LocalDateTime.now(clock)).isBetween(moved, moved.plusMinutes(5));
    }
}
