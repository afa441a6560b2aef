package jp.banso.processengine.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's clock as the product's clock, so that pages and timers agree. */
class EngineTime extends Clock {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final ZoneId zone;

    EngineTime() {
        this(TOKYO);
    }

    private EngineTime(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineTime(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.now().toInstant();
    }
}
