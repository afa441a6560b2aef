package jp.banso.aftercare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.Due;
import jp.banso.calendar.DueRule;
import jp.banso.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** When someone who started a job is contacted (domain/cadences.md): month ends count, closed days move to the next open one. */
public record ContactPlan(List<Point> points) {

    private static final Map<String, String> RULES = Map.of(
            "aftercare1w", "+7日",
            "aftercare1m", "P1M",
            "aftercare2m", "P2M",
            "aftercare3m", "P3M",
            "employerContact", "P1M",
            "retentionJudge", "P3M+5営");

    private static final Map<String, String> NEEDS = Map.of(
            "aftercare1w", "needs1w",
            "aftercare1m", "needs1m",
            "aftercare2m", "needs2m",
            "aftercare3m", "needs3m",
            "employerContact", "needsEmployer");

    private static final List<String> ORDER =
            List.of("aftercare1w", "aftercare1m", "employerContact", "aftercare2m", "aftercare3m", "retentionJudge");

    /** One contact: its step, its day, and whether the municipality's practice asks for it. */
    public record Point(String step, Due due, boolean needed) {

        /** The routing fact that says so; null for the judgement, which is always made. */
        public @Nullable String needsFact() {
            return NEEDS.get(step);
        }
    }

    /**
     * The contacts after a job start.
     *
     * @param needs which contacts the {@code aftercare-schedule} decision asks for
     */
    public static ContactPlan of(
            LocalDate jobStart,
            Map<String, ? extends @Nullable Object> needs,
            WorkingCalendar calendar,
            @Nullable String officeId) {
        var points = new ArrayList<Point>();
        for (var step : ORDER) {
            var fact = NEEDS.get(step);
            var needed = fact == null || Boolean.TRUE.equals(needs.get(fact));
            points.add(new Point(step, calendar.due(DueRule.parse(RULES.get(step)), jobStart, officeId), needed));
        }
        return new ContactPlan(points);
    }
}
