package jp.banso.studio.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.ModelMap.Coverage;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Mark;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.processengine.Scenario;
import jp.banso.studio.DraftRehearsal.Ground;
import jp.banso.studio.PathChange;
import jp.banso.studio.PathChange.Kind;
import jp.banso.studio.PathChange.Stop;
import jp.banso.studio.RehearsalRecord;
import org.jspecify.annotations.Nullable;

/** Rehearsals as lines, drawings and words of a page. */
final class RehearsalView {

    private static final int MOST_DRAWINGS = 4;

    private RehearsalView() {}

    /** @param played null as long as nobody has played it */
    record Line(
            String name,
            Scenario scenario,
            String process,
            boolean own,
            @Nullable Rehearsal played,
            String words,
            List<String> notes) {

        public String seconds() {
            return played == null ? "" : String.format("%.1f秒", played.millis() / 1000.0);
        }

        public boolean is(String outcome) {
            return played != null && played.outcome().name().equals(outcome);
        }
    }

    /** Lists of ids for the drawing of one process, with commas between them. */
    record Drawing(String key, String title, String same, String now, String gone, String here, String missed) {}

    /** A stop of a path in words. */
    record StopLine(String name, String process, Kind kind) {}

    /** What of a process nobody reached, in words. */
    record CoverageLine(Coverage coverage, List<String> missed, @Nullable Drawing drawing) {}

    /** A moment of the animation. */
    record Frame(String process, String id, boolean flow, String name, String title) {}

    static Line line(String name, Scenario scenario, @Nullable Rehearsal played, Ground ground) {
        return new Line(
                name,
                scenario,
                ground.map().title(scenario.process()),
                ground.own().contains(name),
                played,
                played == null ? "" : RehearsalRecord.words(played, ground),
                played == null ? List.of() : played.notes());
    }

    static List<StopLine> stops(PathChange change, Ground ground) {
        return change.stops().stream()
                .map(stop -> new StopLine(
                        ground.name(stop.place()), ground.map().title(ModelMap.process(stop.place())), stop.kind()))
                .toList();
    }

    /** The drawings in which the path is another one; all of the path when it is the same. */
    static List<Drawing> drawings(PathChange change, Rehearsal played, Ground ground) {
        Set<String> processes = new LinkedHashSet<>();
        change.stops().stream()
                .filter(stop -> stop.kind() != Kind.SAME)
                .forEach(stop -> processes.add(ModelMap.process(stop.place())));
        if (processes.isEmpty()) {
            processes.add(played.scenario().process());
        }
        processes.retainAll(ground.map().processes().keySet());
        return processes.stream()
                .limit(MOST_DRAWINGS)
                .map(key -> drawing(key, change, played, ground))
                .toList();
    }

    private static Drawing drawing(String key, PathChange change, Rehearsal played, Ground ground) {
        Set<String> now = ids(key, change.only(Kind.NEW));
        Set<String> gone = ids(key, change.only(Kind.LOST));
        Set<String> same = ids(key, change.only(Kind.SAME));
        ModelMap.Process process = ground.map().processes().get(key);
        for (Mark mark : played.marks()) {
            if (mark.flow() && mark.process().equals(key)) {
                ModelMap.Way way = process.ways().get(mark.id());
                boolean isNew = way != null
                        && (now.contains(way.from()) || now.contains(way.to()))
                        && !neighbours(key, change).contains(way.from() + " " + way.to());
                (isNew ? now : same).add(mark.id());
            }
        }
        gone.addAll(lostWays(key, change, process));
        same.removeAll(now);
        gone.removeAll(now);
        return new Drawing(key, process.title(), join(same), join(now), join(gone), "", "");
    }

    /** Nodes that followed each other on the former path, with a space between the two. */
    private static Set<String> neighbours(String key, PathChange change) {
        List<Stop> former = change.stops().stream()
                .filter(stop -> stop.kind() != Kind.NEW
                        && ModelMap.process(stop.place()).equals(key))
                .toList();
        Set<String> pairs = new LinkedHashSet<>();
        for (int at = 1; at < former.size(); at++) {
            pairs.add(ModelMap.node(former.get(at - 1).place())
                    + " "
                    + ModelMap.node(former.get(at).place()));
        }
        return pairs;
    }

    /** Flows between neighbours of the former path of which at least one is not reached any more. */
    private static Set<String> lostWays(String key, PathChange change, ModelMap.Process process) {
        List<Stop> former = change.stops().stream()
                .filter(stop -> stop.kind() != Kind.NEW
                        && ModelMap.process(stop.place()).equals(key))
                .toList();
        Set<String> ways = new LinkedHashSet<>();
        for (int at = 1; at < former.size(); at++) {
            Stop from = former.get(at - 1);
            Stop to = former.get(at);
            if (from.kind() == Kind.LOST || to.kind() == Kind.LOST) {
                process.ways().values().stream()
                        .filter(way -> way.from().equals(ModelMap.node(from.place()))
                                && way.to().equals(ModelMap.node(to.place())))
                        .forEach(way -> ways.add(way.id()));
            }
        }
        return ways;
    }

    /** Where the tokens are while a path is recorded, and how they came there. */
    static List<Drawing> whereNow(Rehearsal played, Ground ground) {
        Set<String> processes = new LinkedHashSet<>();
        played.choices().stream()
                .filter(choice -> ground.map()
                        .find(choice.place())
                        .filter(RehearsalView::holdsToken)
                        .isPresent())
                .forEach(choice -> processes.add(ModelMap.process(choice.place())));
        played.marks().stream().reduce((a, b) -> b).ifPresent(last -> {
            if (processes.isEmpty()) {
                processes.add(last.process());
            }
        });
        return processes.stream()
                .limit(2)
                .map(key -> new Drawing(
                        key,
                        ground.map().title(key),
                        join(played.marks().stream()
                                .filter(mark -> mark.process().equals(key))
                                .map(Mark::id)
                                .collect(Collectors.toCollection(LinkedHashSet::new))),
                        "",
                        "",
                        join(played.choices().stream()
                                .map(Rehearsal.Choice::place)
                                .filter(place -> ModelMap.process(place).equals(key))
                                .filter(place -> ground.map()
                                        .find(place)
                                        .filter(RehearsalView::holdsToken)
                                        .isPresent())
                                .map(ModelMap::node)
                                .collect(Collectors.toSet())),
                        ""))
                .toList();
    }

    /** Where something waits that has come there; what can come in from outside is somewhere else. */
    private static boolean holdsToken(ModelMap.Point point) {
        return !point.kind().equals("startEvent") && !point.kind().equals("boundaryEvent");
    }

    /** Of the processes that the draft can change, those with the most left out first. */
    static List<CoverageLine> coverage(List<Rehearsal> played, Ground ground) {
        List<Mark> marks =
                played.stream().flatMap(each -> each.marks().stream()).toList();
        List<CoverageLine> lines = new ArrayList<>();
        for (Coverage each : ground.map().coverage(marks)) {
            if (ground.touched().contains(each.process().key()) && each.steps() + each.branches() > 0) {
                lines.add(coverage(each));
            }
        }
        return lines;
    }

    private static CoverageLine coverage(Coverage each) {
        ModelMap.Process process = each.process();
        List<String> missed = new ArrayList<>();
        each.missedSteps().forEach(point -> missed.add("「%s」".formatted(point.name())));
        each.missedBranches()
                .forEach(way -> missed.add("「%s」から「%s」へ%s"
                        .formatted(
                                named(process, way.from()),
                                named(process, way.to()),
                                way.name().isEmpty() ? "" : "（%s）".formatted(way.name()))));
        Set<String> ids = new LinkedHashSet<>();
        each.missedSteps().forEach(point -> ids.add(point.id()));
        each.missedBranches().forEach(way -> ids.add(way.id()));
        return new CoverageLine(
                each,
                missed,
                ids.isEmpty() ? null : new Drawing(process.key(), process.title(), "", "", "", "", join(ids)));
    }

    private static String named(ModelMap.Process process, String id) {
        ModelMap.Point point = process.points().get(id);
        return point == null || point.name().isEmpty() ? id : point.name();
    }

    static List<Frame> frames(Rehearsal played, Ground ground) {
        return played.marks().stream()
                .map(mark -> new Frame(
                        mark.process(),
                        mark.id(),
                        mark.flow(),
                        mark.flow() ? "" : ground.name(mark.place()),
                        ground.map().title(mark.process())))
                .toList();
    }

    /** What stands first: that which somebody has to look at. */
    static int order(Line line) {
        return line.played() == null
                ? 0
                : List.of(Outcome.STUCK, Outcome.CHANGED, Outcome.NOT_PLAYED, Outcome.AS_IN_FORCE, Outcome.PASSED)
                        .indexOf(line.played().outcome());
    }

    private static Set<String> ids(String key, List<Stop> stops) {
        return stops.stream()
                .filter(stop -> ModelMap.process(stop.place()).equals(key))
                .map(stop -> ModelMap.node(stop.place()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String join(Set<String> ids) {
        return String.join(",", ids);
    }
}
