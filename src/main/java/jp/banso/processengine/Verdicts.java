package jp.banso.processengine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan means for every running process of its source.
 *
 * @param open removed steps in which processes wait, with the steps that can take their place
 */
public record Verdicts(MovePlan plan, List<Verdict> all, List<OpenStep> open) {

    public enum Kind {
        /** Nothing that still lies ahead of it has changed. */
        STAYS,
        /** It goes to the target and on from the same place. */
        MOVES,
        /** It waits in a step that the target does not have; somebody has to say where it goes. */
        NEEDS_MAPPING,
        /** It cannot go; the reason says why. */
        CANNOT
    }

    /**
     * One process.
     *
     * @param caseNo case number or meeting id
     * @param steps ids of the activities it stands in, as the source knows them
     */
    public record Verdict(
            String instanceId, @Nullable String caseNo, Kind kind, List<String> steps, @Nullable String reason) {}

    /**
     * A step of the source that the target does not have.
     *
     * @param choices steps of the target that the engine accepts in its place; empty if there is none
     */
    public record OpenStep(String id, String name, int cases, List<Choice> choices) {}

    /** A step of the target. */
    public record Choice(String id, String name) {}

    /** How many processes each kind has, all kinds named. */
    public Map<Kind, Integer> counts() {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, 0);
        }
        all.forEach(verdict -> counts.merge(verdict.kind(), 1, Integer::sum));
        return counts;
    }

    /** Processes of one kind, in the order of their case numbers. */
    public List<Verdict> of(Kind kind) {
        return all.stream().filter(verdict -> verdict.kind() == kind).toList();
    }
}
