package jp.banso.calendar;

import java.time.LocalDateTime;

/**
 * Work that comes round by itself: what became due since the last time is done, what was done before is left alone.
 * Called about once a minute, on one node at a time; when the clock is moved, on the morning of each day passed.
 */
public interface Rounds {

    /** The hour at which a day's work begins while the clock is being moved. */
    int MORNING = 7;

    /** @param now the product's time */
    void make(LocalDateTime now);
}
