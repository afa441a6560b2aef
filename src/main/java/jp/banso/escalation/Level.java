package jp.banso.escalation;

import java.util.List;

/** How far a step has come towards its due date and beyond, in working days (domain/processes.md F-4 reminders). */
public enum Level {
    /** Three working days before it is due: whoever holds the step. */
    BEFORE(1),
    /** On the day: whoever holds the step. */
    DUE(2),
    /** Three working days late: who looks after the work of the lead office. */
    LATE(3),
    /** Ten working days late: the manager. */
    VERY_LATE(4);

    public static final int WORKING_DAYS_BEFORE = 3;
    public static final int WORKING_DAYS_LATE = 3;
    public static final int WORKING_DAYS_VERY_LATE = 10;

    private static final List<Level> ALL = List.of(values());

    private final int number;

    Level(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Whether it is told to more than the holder. */
    public boolean goesUp() {
        return this == LATE || this == VERY_LATE;
    }

    public static Level of(int number) {
        return ALL.get(number - 1);
    }
}
