package jp.banso.processengine.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.GuardViolation;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * The functions that an expression in a model may call: every public static method of this class that returns a
 * {@link Date}. Whole numbers in expressions are {@code long}. Days end at 17:15.
 */
public final class ModelFunctions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 15);
    private static final int DAYS_TO_AN_UNPLANNED_MEETING = 14;

    private static final Map<ProcessEngineConfigurationImpl, Supplier<@Nullable DueDates>> SOURCES =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** The moment from which something that began earlier is counted anew; normally none. */
    private static final ThreadLocal<@Nullable Date> AS_OF = new ThreadLocal<>();

    private ModelFunctions() {}

    /** Lets the functions count from another moment than now, for steps and timers that began then. */
    public static <T extends @Nullable Object> T asOf(@Nullable Date moment, Supplier<T> work) {
        AS_OF.set(moment);
        try {
            return work.get();
        } finally {
            AS_OF.remove();
        }
    }

    /** Names the calendar of an engine; models call static methods, which find it by the engine that runs them. */
    static void use(ProcessEngineConfigurationImpl engine, Supplier<@Nullable DueDates> dueDates) {
        SOURCES.put(engine, dueDates);
    }

    static Map<String, Method> byName() {
        return Arrays.stream(ModelFunctions.class.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getReturnType() == Date.class)
                .collect(Collectors.toMap(Method::getName, Function.identity()));
    }

    /** Function name to the number of its arguments, for the model check. */
    public static Map<String, Integer> arity() {
        return byName().values().stream()
                .collect(Collectors.toMap(Method::getName, Method::getParameterCount, (a, b) -> a, TreeMap::new));
    }

    /** The start of today. */
    public static Date today() {
        return date(day().atStartOfDay());
    }

    /** This moment. */
    public static Date now() {
        var moment = AS_OF.get();
        return moment == null ? ClockUtil.now() : moment;
    }

    /** When something is due by a due rule, counted from today. */
    public static Date due(String rule) {
        return date(dueDates().due(rule, day(), fact("officeId")));
    }

    /** When something is due by a due rule, counted from a day; from today, where that would already be over. */
    public static Date dueFrom(Object day, String rule) {
        var due = dueDates().due(rule, toDay(day), fact("officeId"));
        return over(due) ? due(rule) : date(due);
    }

    /** The morning of the day that is due by a due rule, counted from a day: when a timer lets something begin. */
    public static Date dayFrom(Object day, String rule) {
        return date(
                dueDates().due(rule, toDay(day), fact("officeId")).toLocalDate().atStartOfDay());
    }

    /** When something is due that lies a due rule before a day; today, where that would already be over. */
    public static Date dueBefore(Object day, String rule) {
        var due = dueDates().dueBefore(rule, toDay(day), fact("officeId"));
        return over(due) ? due("当日") : date(due);
    }

    /** In that many working days. */
    public static Date businessDays(long count) {
        return due(count == 0 ? "当日" : "%+d営".formatted(count));
    }

    /** In that many months; a day the month does not have becomes its last. */
    public static Date months(long count) {
        return due(count == 0 ? "当日" : "P%dM".formatted(count));
    }

    /** In that many calendar days, moved to the next open day. */
    public static Date days(long count) {
        return due(count == 0 ? "当日" : "%+d日".formatted(count));
    }

    /** The end of the day of the next planned meeting; if none is planned, in two weeks. */
    public static Date nextMeeting() {
        return date(meetingDay().atTime(END_OF_WORK));
    }

    /** When something is due by a due rule, counted from the next meeting. */
    public static Date nextMeetingDue(String rule) {
        return date(dueDates().due(rule, meetingDay(), fact("officeId")));
    }

    /** No step begins late: its day lies before the one on which it begins. */
    private static boolean over(LocalDateTime due) {
        return due.toLocalDate().isBefore(day());
    }

    private static LocalDate meetingDay() {
        var municipality = fact("municipalityId");
        return (municipality == null
                        ? Optional.<LocalDate>empty()
                        : dueDates().nextMeeting(municipality, fact("officeId")))
                .orElseGet(() -> day().plusDays(DAYS_TO_AN_UNPLANNED_MEETING));
    }

    private static LocalDate toDay(Object value) {
        if (value instanceof Date date) {
            return LocalDate.ofInstant(date.toInstant(), ZONE);
        }
        var text = String.valueOf(value);
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.{0,30})?")) {
            throw new GuardViolation("日付が読めません。2027-04-01 の形にしてください。");
        }
        return LocalDate.parse(text.substring(0, 10));
    }

    private static @Nullable String fact(String name) {
        var context = Context.getBpmnExecutionContext();
        return context == null ? null : (String) context.getExecution().getVariable(name);
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(now().toInstant(), ZONE);
    }

    private static Date date(LocalDateTime moment) {
        var date = Date.from(moment.atZone(ZONE).toInstant());
        TimerLimits.checkDate(date);
        return date;
    }

    private static DueDates dueDates() {
        var source = SOURCES.get(Context.getProcessEngineConfiguration());
        var dueDates = source == null ? null : source.get();
        if (dueDates == null) {
            throw new IllegalStateException("No calendar: a bean of type DueDates is missing.");
        }
        return dueDates;
    }
}
