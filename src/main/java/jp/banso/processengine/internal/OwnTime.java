package jp.banso.processengine.internal;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.time.DateTimeUtils;
import org.joda.time.DateTimeUtils.MillisProvider;
import org.jspecify.annotations.Nullable;

/**
 * The engine's clock, which is one for the whole program, with a second hand for single threads: a rehearsal lets months
 * pass for itself, while everybody else's time stays as it is.
 */
public final class OwnTime implements MillisProvider {

    private static final OwnTime CLOCK = new OwnTime();
    private static final long PROBE = Long.MIN_VALUE;

    private final ThreadLocal<@Nullable Long> own = new ThreadLocal<>();
    private final AtomicLong offset = new AtomicLong();

    private OwnTime() {}

    @Override
    public long getMillis() {
        var mine = own.get();
        return mine == null ? DateTimeUtils.SYSTEM_MILLIS_PROVIDER.getMillis() + offset.get() : mine;
    }

    /** Moves the product's time for everybody who has no time of their own. */
    public static void productAt(Instant moment) {
        CLOCK.offset.set(moment.toEpochMilli() - DateTimeUtils.SYSTEM_MILLIS_PROVIDER.getMillis());
        DateTimeUtils.setCurrentMillisProvider(CLOCK);
    }

    /** Brings the product back to the real time. */
    public static void productNow() {
        CLOCK.offset.set(0);
        DateTimeUtils.setCurrentMillisProvider(CLOCK);
    }

    /** From now on it is this moment in this thread, until it is moved or {@link #leave left}. */
    public static void enter(Instant moment) {
        keepHands();
        CLOCK.own.set(moment.toEpochMilli());
    }

    /** This thread lives in the product's time again. */
    public static void leave() {
        CLOCK.own.remove();
    }

    /** Somebody may have set the engine's clock past us; its offset is kept. */
    private static synchronized void keepHands() {
        CLOCK.own.set(PROBE);
        var isOurs = DateTimeUtils.currentTimeMillis() == PROBE;
        CLOCK.own.remove();
        if (!isOurs) {
            CLOCK.offset.set(DateTimeUtils.currentTimeMillis() - DateTimeUtils.SYSTEM_MILLIS_PROVIDER.getMillis());
            DateTimeUtils.setCurrentMillisProvider(CLOCK);
        }
    }
}
