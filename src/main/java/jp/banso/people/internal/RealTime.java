package jp.banso.people.internal;

import java.time.LocalDateTime;

/** The time on the wall, for locks and sessions: the demo's clock must neither sign people out nor lift a lock. */
@FunctionalInterface
public interface RealTime {

    LocalDateTime now();
}
