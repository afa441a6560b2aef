package jp.banso.processengine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.processengine.internal.rehearsal.Drawings;
import org.jspecify.annotations.Nullable;

/**
 * Processes as nodes and flows with the names people know them by.
 *
 * @param processes by key
 */
public record ModelMap(Map<String, Process> processes) {

    /** @param file the model's file */
    public record Process(
            String key,
            String title,
            ModelFile file,
            Map<String, Point> points,
            Map<String, Way> ways,
            Set<String> decisions) {

        /** The ways that are chosen or not: out of where there is more than one, and what can come in between. */
        public List<Way> branches() {
            return ways.values().stream()
                    .filter(way -> ways.values().stream()
                                    .filter(other -> other.from().equals(way.from()))
                                    .count()
                            > 1)
                    .toList();
        }

        /** Where people or the product do something. */
        public List<Point> steps() {
            return points.values().stream().filter(Point::isStep).toList();
        }

        public String xml() {
            return new String(file.bytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * A node.
     *
     * @param kind element name
     * @param form of a user task; null for others
     * @param facts that the form tells
     */
    public record Point(String id, String name, String kind, @Nullable String form, Set<String> facts) {

        boolean isStep() {
            return kind.endsWith("Task") || kind.equals("callActivity");
        }
    }

    /**
     * A flow.
     *
     * @param condition under which it is taken; empty for others
     */
    public record Way(String id, String name, String from, String to, String condition) {}

    /** What can be read of the models; unreadable ones are left out. */
    public static ModelMap of(List<ModelFile> models) {
        return new ModelMap(Drawings.read(models));
    }

    /** What people call {@code process/node}; its id if it is unknown. */
    public String name(String place) {
        return find(place)
                .map(point -> point.name().isEmpty() ? point.id() : point.name())
                .orElse(place.substring(place.indexOf('/') + 1));
    }

    public Optional<Point> find(String place) {
        var process = processes.get(process(place));
        return Optional.ofNullable(process == null ? null : process.points().get(node(place)));
    }

    public String title(String process) {
        var found = processes.get(process);
        return found == null ? process : found.title();
    }

    public static String process(String place) {
        return place.substring(0, Math.max(0, place.indexOf('/')));
    }

    public static String node(String place) {
        return place.substring(place.indexOf('/') + 1);
    }

    /**
     * How much of a process was reached.
     *
     * @param missedSteps steps nobody came to
     * @param missedBranches ways nobody took
     */
    public record Coverage(
            Process process, int steps, int branches, List<Point> missedSteps, List<Way> missedBranches) {

        public int reachedSteps() {
            return steps - missedSteps.size();
        }

        public int reachedBranches() {
            return branches - missedBranches.size();
        }
    }

    /** The engine takes no way out of where events are awaited: it goes on where the event is. */
    private static boolean taken(Process process, Way way, Set<String> reached) {
        var from = process.points().get(way.from());
        return reached.contains(way.id())
                || from != null && from.kind().equals("eventBasedGateway") && reached.contains(way.to());
    }

    /** What of each process the marks cover. */
    public List<Coverage> coverage(Iterable<Rehearsal.Mark> marks) {
        Map<String, Set<String>> reached = new LinkedHashMap<>();
        marks.forEach(mark -> reached.computeIfAbsent(mark.process(), key -> new LinkedHashSet<>())
                .add(mark.id()));
        List<Coverage> coverage = new ArrayList<>();
        for (var process : processes.values()) {
            var there = reached.getOrDefault(process.key(), Set.of());
            coverage.add(new Coverage(
                    process,
                    process.steps().size(),
                    process.branches().size(),
                    process.steps().stream()
                            .filter(p -> !there.contains(p.id()))
                            .toList(),
                    process.branches().stream()
                            .filter(w -> !taken(process, w, there))
                            .toList()));
        }
        return coverage;
    }
}
