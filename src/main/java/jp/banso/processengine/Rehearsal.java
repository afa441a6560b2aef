package jp.banso.processengine;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of playing a scenario on models that are not in force.
 *
 * @param name of the scenario's file
 * @param marks nodes and flows in the order in which they were reached
 * @param choices what can happen next, where the scenario ends
 * @param notes what had to be done otherwise than the scenario says
 * @param trouble why it did not go on; null when it did
 * @param now the time in the scenario when it ended
 */
public record Rehearsal(
        String name,
        Scenario scenario,
        Outcome outcome,
        List<Mark> marks,
        List<Choice> choices,
        List<String> notes,
        @Nullable String trouble,
        LocalDateTime now,
        long millis) {

    /** How it went. */
    public enum Outcome {
        PASSED("通った"),
        CHANGED("道筋が変わった"),
        /** Another path than was recorded, but the one that is taken already. */
        AS_IN_FORCE("公開中と同じ道筋"),
        STUCK("止まった"),
        NOT_PLAYED("試していない");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A node or flow that was reached.
     *
     * @param flow whether it is a flow
     */
    public record Mark(String process, String id, boolean flow, LocalDateTime at) {

        public String place() {
            return process + "/" + id;
        }
    }

    /**
     * Something that can happen next.
     *
     * @param at as in {@link Scenario.Event}
     * @param place the node that waits for it
     * @param due when a timer runs; null for others
     */
    public record Choice(Scenario.Kind kind, String at, String place, @Nullable LocalDateTime due) {}

    /** The nodes that were reached, as a scenario writes them. */
    public List<String> path() {
        return marks.stream().filter(mark -> !mark.flow()).map(Mark::place).toList();
    }

    /** The same, measured by the path that is taken on what is in force where that is no longer the recorded one. */
    public Rehearsal against(Rehearsal inForce) {
        if (!is(Outcome.CHANGED) || !inForce.is(Outcome.CHANGED)) {
            return this;
        }
        boolean same = path().equals(inForce.path()) && Objects.equals(trouble, inForce.trouble);
        return new Rehearsal(
                name,
                scenario.withPath(inForce.path()),
                same ? Outcome.AS_IN_FORCE : Outcome.CHANGED,
                marks,
                choices,
                notes,
                trouble,
                now,
                millis);
    }

    public boolean is(Outcome wanted) {
        return outcome == wanted;
    }

    static Rehearsal notPlayed(String name, Scenario scenario, String why) {
        return new Rehearsal(
                name,
                scenario,
                Outcome.NOT_PLAYED,
                List.of(),
                List.of(),
                List.of(),
                why,
                scenario.startsOn().atTime(Rehearsals.MORNING, 0),
                0);
    }
}
