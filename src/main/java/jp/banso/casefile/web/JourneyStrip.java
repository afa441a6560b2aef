package jp.banso.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.casefile.web.CaseView.Journey;
import jp.banso.casefile.web.CaseView.Stop;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a person is on the way: twelve stages, or a side way instead of the stages ahead. */
@Component
class JourneyStrip {

    private static final String WITHDRAWAL = "respondToWithdrawal";
    private static final List<String> ASSESSING = List.of("intakeAssessment", "specialistView", "decideCategory");

    /** A stop of a side way with the steps that belong to it. */
    private record Side(String label, List<String> steps) {}

    private static final List<Side> HANDOVER =
            List.of(new Side("引継ぎ", List.of("accompanyHandover")), new Side("受取り確認", List.of("confirmReceipt")));
    private static final List<Side> WATCH =
            List.of(new Side("見守り", List.of("contact")), new Side("見守り見直し", List.of("watchReview")));
    private static final List<Side> REASSESS = List.of(new Side("見極め", List.of("reassess")));
    private static final Map<String, List<Side>> SIDE_WAYS =
            Map.of("2-1", HANDOVER, "2-2", HANDOVER, "3", HANDOVER, "4", WATCH, "5", REASSESS);

    private final Timeline timeline;
    private final Worklist worklist;
    private final Clock clock;

    JourneyStrip(Timeline timeline, Worklist worklist, Clock clock) {
        this.timeline = timeline;
        this.worklist = worklist;
        this.clock = clock;
    }

    /** What one strip is drawn from. */
    private record Course(
            SupportCase supportCase,
            Stage here,
            Map<String, LocalDateTime> done,
            Map<Stage, LocalDateTime> entered,
            List<WorkItem> open) {

        boolean closed() {
            return supportCase.status().equals("closed");
        }

        @Nullable
        LocalDateTime doneAt(Stage stage) {
            if (stage == Stage.CATEGORY && done.containsKey("decideCategory")) {
                return done.get("decideCategory"); // what follows it on a side way has a stop of its own
            }
            return latest(done.keySet().stream()
                    .filter(s -> Stage.of(s).filter(stage::equals).isPresent())
                    .toList());
        }

        @Nullable
        LocalDateTime latest(List<String> steps) {
            return steps.stream()
                    .map(done::get)
                    .filter(Objects::nonNull)
                    .max(LocalDateTime::compareTo)
                    .orElse(null);
        }

        boolean visited(Stage stage) {
            return doneAt(stage) != null || entered.containsKey(stage);
        }

        @Nullable
        LocalDateTime openSince(List<String> steps) {
            return open.stream()
                    .filter(i -> steps.contains(i.step()))
                    .map(WorkItem::createdAt)
                    .findFirst()
                    .orElse(null);
        }

        /** The side way of the category, unless a plan was made since it was decided or the person is being assessed again. */
        @Nullable
        List<Side> side() {
            if (openSince(ASSESSING) != null) {
                return null;
            }
            var decided = done.get("decideCategory");
            var side = supportCase.category() == null ? null : SIDE_WAYS.get(supportCase.category());
            var planned = doneAt(Stage.PLAN);
            return decided == null || (planned != null && planned.isAfter(decided)) ? null : side;
        }
    }

    Journey of(SupportCase supportCase) {
        var caseNo = supportCase.caseNo();
        var course = new Course(
                supportCase,
                Stage.valueOf(supportCase.stage()),
                timeline.stepDates(caseNo),
                timeline.stageDates(caseNo),
                worklist.ofCase(caseNo));
        var side = course.side();
        if (course.closed() || side == null && course.here() == Stage.CLOSURE) {
            return journey(ending(course, side), course);
        }
        var withdrawn = course.openSince(List.of(WITHDRAWAL));
        if (withdrawn != null) {
            return journey(withdrawal(course, withdrawn), course);
        }
        return journey(side == null ? mainWay(course) : sideWay(course, side), course);
    }

    private List<Stop> mainWay(Course course) {
        return Arrays.stream(Stage.values()).map(stage -> stop(stage, course)).toList();
    }

    private Stop stop(Stage stage, Course course) {
        var order = stage.compareTo(course.here());
        if (order == 0) {
            return here(label(stage, course), course.entered().get(stage));
        }
        return order > 0 ? new Stop(label(stage, course), "", "ahead", "") : behind(stage, course);
    }

    private static Stop behind(Stage stage, Course course) {
        var done = course.doneAt(stage);
        var at = done != null ? done : course.entered().get(stage);
        return at == null
                ? new Stop(label(stage, course), "なし", "skipped", "")
                : new Stop(label(stage, course), DayText.brief(at), "past", "");
    }

    private Stop here(String label, @Nullable LocalDateTime since) {
        return since == null
                ? new Stop(label, "", "here", "")
                : new Stop(
                        label,
                        DayText.brief(since) + " から",
                        "here",
                        DayText.day(since.toLocalDate(), LocalDate.now(clock)) + "から");
    }

    private static String label(Stage stage, Course course) {
        var category = course.supportCase().category();
        return stage == Stage.CATEGORY && category != null
                ? "類型 " + CaseCodes.word(CaseCodes.SHORT_CATEGORIES, category)
                : stage.label();
    }

    /** The stages behind, without those after the last one that was reached. */
    private static List<Stop> past(Course course, Stage before) {
        var stops = new ArrayList<Stop>();
        var reached = Arrays.stream(Stage.values())
                .filter(s -> s.compareTo(before) < 0 && course.visited(s))
                .toList();
        if (!reached.isEmpty()) {
            var last = reached.get(reached.size() - 1);
            Arrays.stream(Stage.values())
                    .filter(s -> s.compareTo(last) <= 0)
                    .forEach(s -> stops.add(behind(s, course)));
        }
        return stops;
    }

    private List<Stop> withdrawal(Course course, LocalDateTime since) {
        var stops = new ArrayList<Stop>();
        for (var stop : past(course, course.here())) {
            stops.add(stop);
        }
        if (course.doneAt(course.here()) != null) {
            stops.add(behind(course.here(), course));
        }
        stops.add(here("同意の撤回", since));
        stops.add(new Stop("続けるか決定", "", "ahead", ""));
        return stops;
    }

    private List<Stop> sideWay(Course course, List<Side> side) {
        var stops = new ArrayList<>(past(course, Stage.PLAN));
        stops.addAll(sideStops(side, course));
        var closing = course.here() == Stage.CLOSURE;
        stops.add(
                closing
                        ? here(Stage.CLOSURE.label(), course.entered().get(Stage.CLOSURE))
                        : new Stop("終結", "", "ahead", ""));
        return stops;
    }

    private List<Stop> sideStops(List<Side> side, Course course) {
        var stops = new ArrayList<Stop>();
        var over = course.closed() || course.here() == Stage.CLOSURE;
        var current = over ? -1 : current(side, course);
        for (var i = 0; i < side.size(); i++) {
            var done = course.latest(side.get(i).steps());
            var label = side.get(i).label();
            if (i == current) {
                var since = course.openSince(side.get(i).steps());
                stops.add(here(
                        label,
                        since != null
                                ? since
                                : done != null ? done : course.done().get("decideCategory")));
            } else if (over ? done != null : i < current) {
                stops.add(new Stop(label, done == null ? "" : DayText.brief(done), "past", ""));
            } else if (!over) {
                stops.add(new Stop(label, "", "ahead", ""));
            }
        }
        return stops;
    }

    /** The stop with an open step; while a day is awaited, the last one that was worked on. */
    private static int current(List<Side> side, Course course) {
        var lastDone = 0;
        for (var i = 0; i < side.size(); i++) {
            if (course.openSince(side.get(i).steps()) != null) {
                return i;
            }
            lastDone = course.latest(side.get(i).steps()) == null ? lastDone : i;
        }
        return lastDone;
    }

    /** Support is ending or has ended: only the stages that were reached, then the end. */
    private List<Stop> ending(Course course, @Nullable List<Side> side) {
        var stops = new ArrayList<>(past(course, side == null ? Stage.CLOSURE : Stage.PLAN));
        if (side != null) {
            stops.addAll(sideStops(side, course));
        }
        var closedOn = course.supportCase().closedOn();
        stops.add(
                course.closed()
                        ? new Stop("終結", closedOn == null ? "" : DayText.brief(closedOn.atStartOfDay()), "past", "")
                        : here(Stage.CLOSURE.label(), course.entered().get(Stage.CLOSURE)));
        return stops;
    }

    private Journey journey(List<Stop> stops, Course course) {
        for (var i = 0; i < stops.size(); i++) {
            var stop = stops.get(i);
            if (stop.state().equals("here")) {
                var since = stop.since().isEmpty() ? "" : "。" + stop.since();
                return new Journey(stops, stop.label(), "%dのうち%d番目%s".formatted(stops.size(), i + 1, since));
            }
        }
        var closedOn = course.supportCase().closedOn();
        return new Journey(
                stops,
                CaseCodes.word(CaseCodes.STATUSES, course.supportCase().status()),
                closedOn == null ? "" : DayText.day(closedOn, LocalDate.now(clock)));
    }

    /** Labels of what lies ahead. */
    static List<String> ahead(Journey journey) {
        return journey.stops().stream()
                .filter(s -> s.state().equals("ahead"))
                .map(Stop::label)
                .toList();
    }
}
