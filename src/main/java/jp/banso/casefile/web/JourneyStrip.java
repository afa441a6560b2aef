package jp.banso.casefile.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.casefile.web.CaseView.Journey;
import jp.banso.casefile.web.CaseView.Stop;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a person is on the way: twelve stages, or after the category a side way instead of the stages ahead. */
@Component
class JourneyStrip {

    /** A stop of a side way with the steps that belong to it; one that repeats lasts until the next has begun. */
    private record Side(String label, List<String> steps, boolean repeats) {

        Side(String label, List<String> steps) {
            this(label, steps, false);
        }
    }

    private static final List<Side> HANDOVER = List.of(
            new Side("引継ぎ", List.of("accompanyHandover")), new Side("受け取り確認", List.of("confirmReceipt")));
    private static final List<Side> WATCH =
            List.of(new Side("見守り", List.of("contact"), true), new Side("見守りの見直し", List.of("watchReview")));
    private static final List<Side> REASSESS = List.of(new Side("見極め", List.of("reassess")));
    private static final Map<String, List<Side>> SIDE_WAYS =
            Map.of("2-1", HANDOVER, "2-2", HANDOVER, "3", HANDOVER, "4", WATCH, "5", REASSESS);

    private final Timeline timeline;

    JourneyStrip(Timeline timeline) {
        this.timeline = timeline;
    }

    Journey of(SupportCase supportCase) {
        var dates = timeline.stepDates(supportCase.caseNo());
        var here = Stage.valueOf(supportCase.stage());
        var side = supportCase.category() == null ? null : SIDE_WAYS.get(supportCase.category());
        var onSideWay = side != null && here.compareTo(Stage.CATEGORY) <= 0 && dates.containsKey("decideCategory");
        var stops = new ArrayList<Stop>();
        for (var stage : Stage.values()) {
            if (onSideWay && stage.compareTo(Stage.CATEGORY) > 0) {
                break;
            }
            stops.add(stop(stage, here, supportCase, dates, onSideWay));
        }
        if (onSideWay) {
            stops.addAll(sideStops(side, supportCase, dates));
        }
        return journey(stops, supportCase);
    }

    private static Stop stop(
            Stage stage, Stage here, SupportCase supportCase, Map<String, LocalDateTime> dates, boolean onSideWay) {
        var label = stage == Stage.CATEGORY && supportCase.category() != null
                ? "類型 " + CaseCodes.word(CaseCodes.SHORT_CATEGORIES, supportCase.category())
                : stage.label();
        var done = lastOf(stage, dates);
        var when = done == null ? "" : DayText.brief(done);
        if (stage.compareTo(here) < 0 || onSideWay || supportCase.status().equals("closed") && stage == here) {
            return new Stop(label, when, "past");
        }
        return stage == here ? new Stop(label, "", "here") : new Stop(label, "", "ahead");
    }

    private static List<Stop> sideStops(List<Side> side, SupportCase supportCase, Map<String, LocalDateTime> dates) {
        var stops = new ArrayList<Stop>();
        var open = supportCase.status().equals("open");
        for (var i = 0; i < side.size(); i++) {
            var done = latest(side.get(i).steps(), dates);
            var laterStarted = i + 1 < side.size() && latest(side.get(i + 1).steps(), dates) != null;
            var past = !open || done != null && (laterStarted || !side.get(i).repeats() && i + 1 < side.size());
            var first = stops.stream().noneMatch(s -> s.state().equals("here"));
            stops.add(new Stop(side.get(i).label(), done == null ? "" : DayText.brief(done), past ? "past" : first ? "here" : "ahead"));
        }
        stops.add(new Stop("終結", "", open ? "ahead" : "past"));
        return stops;
    }

    private static Journey journey(List<Stop> stops, SupportCase supportCase) {
        for (var i = 0; i < stops.size(); i++) {
            if (stops.get(i).state().equals("here")) {
                return new Journey(stops, stops.get(i).label(), "%dのうち%d番目".formatted(stops.size(), i + 1));
            }
        }
        return new Journey(stops, CaseCodes.word(CaseCodes.STATUSES, supportCase.status()), "");
    }

    private static @Nullable LocalDateTime lastOf(Stage stage, Map<String, LocalDateTime> dates) {
        return latest(dates.keySet().stream().filter(s -> Stage.of(s).filter(stage::equals).isPresent()).toList(), dates);
    }

    private static @Nullable LocalDateTime latest(List<String> steps, Map<String, LocalDateTime> dates) {
        return steps.stream().map(dates::get).filter(d -> d != null).max(LocalDateTime::compareTo).orElse(null);
    }

    /** Labels of what lies ahead. */
    static List<String> ahead(Journey journey) {
        return journey.stops().stream().filter(s -> s.state().equals("ahead")).map(Stop::label).toList();
    }

    static List<Stage> stages() {
        return Arrays.asList(Stage.values());
    }
}
