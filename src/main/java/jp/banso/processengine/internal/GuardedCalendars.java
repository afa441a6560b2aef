package jp.banso.processengine.internal;

import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.jspecify.annotations.NullUnmarked;

/** The engine's three calendars, asked only after {@link TimerLimits}. Subclasses, because the engine casts to them. */
@NullUnmarked
class GuardedCalendars extends MapBusinessCalendarManager {

    GuardedCalendars() {
        addBusinessCalendar(DurationBusinessCalendar.NAME, new Duration());
        addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDate());
        addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycle());
    }

    private static class Duration extends DurationBusinessCalendar {
        @Override
        public Date resolveDuedate(String duration, Date start) {
            TimerLimits.checkDuration(duration);
            return super.resolveDuedate(duration, start);
        }
    }

    private static class DueDate extends DueDateBusinessCalendar {
        @Override
        public Date resolveDuedate(String dueDate, Date start) {
            TimerLimits.checkDate(dueDate);
            return super.resolveDuedate(dueDate, start);
        }
    }

    private static class Cycle extends CycleBusinessCalendar {
        @Override
        public Date resolveDuedate(String cycle, Date start, long repeatOffset) {
            TimerLimits.checkRunningCycle(cycle);
            return super.resolveDuedate(cycle, start, repeatOffset);
        }
    }
}
