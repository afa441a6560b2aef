package jp.banso.processengine.internal.move;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.processengine.MovePlan;
import jp.banso.processengine.Verdicts.Choice;
import jp.banso.processengine.internal.move.ModelGraph.Part;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** Which activity of a version becomes which of another, as the engine accepts it. */
public final class Ways {

    private static final String BODY = "#multiInstanceBody";

    private final RuntimeService runtime;
    private final MovePlan plan;
    private final ModelGraph source;
    private final ModelGraph target;
    private final Map<String, String> equal = new LinkedHashMap<>();
    private final Map<String, List<Choice>> choices = new HashMap<>();
    private final MigrationPlan engine;
    private final Map<String, String> all = new LinkedHashMap<>();

    /** @throws MigrationPlanValidationException when the engine does not accept the mapping */
    public Ways(RuntimeService runtime, MovePlan plan, ModelGraph source, ModelGraph target) {
        this.runtime = runtime;
        this.plan = plan;
        this.source = source;
        this.target = target;
        runtime.createMigrationPlan(plan.source(), plan.target())
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach(i -> equal.put(i.getSourceActivityId(), i.getTargetActivityId()));
        this.engine = build(plan.mapping());
        engine.getInstructions().forEach(i -> all.put(i.getSourceActivityId(), i.getTargetActivityId()));
    }

    public MigrationPlan engine() {
        return engine;
    }

    /** Where an activity of the source goes; empty if nowhere. */
    public Optional<String> of(String activity) {
        return Optional.ofNullable(all.get(activity));
    }

    /** Activities of the source that become this one. */
    List<String> sourcesOf(String activity) {
        return all.entrySet().stream()
                .filter(way -> way.getValue().equals(activity))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Steps of the target that the engine accepts in the place of one of the source. */
    public List<Choice> choices(String activity) {
        return choices.computeIfAbsent(activity, id -> {
            var part = source.find(id);
            return part == null
                    ? List.of()
                    : target.all().stream()
                            .filter(other -> isOfAKind(part, other) && isAccepted(id, other.id()))
                            .map(other -> new Choice(other.id(), target.name(other.id())))
                            .toList();
        });
    }

    private static boolean isOfAKind(Part one, Part other) {
        return one.kind().equals(other.kind()) && one.multiple() == other.multiple();
    }

    private boolean isAccepted(String activity, String other) {
        var mapping = new HashMap<>(plan.mapping());
        mapping.put(activity, other);
        try {
            build(mapping);
            return true;
        } catch (BadUserRequestException refused) {
            return false;
        }
    }

    /** With what hangs on a mapped step, as far as the engine accepts that; the step alone otherwise. */
    private MigrationPlan build(Map<String, String> mapping) {
        var wanted = new LinkedHashMap<>(equal);
        mapping.forEach((from, to) -> put(wanted, from, to));
        var hanging = new LinkedHashMap<String, String>();
        mapping.forEach((from, to) -> hanging.putAll(hangingOn(from, to)));
        hanging.keySet().removeAll(wanted.keySet());
        if (!hanging.isEmpty()) {
            var more = new LinkedHashMap<>(wanted);
            more.putAll(hanging);
            try {
                return instructed(more);
            } catch (BadUserRequestException refused) {
                return instructed(wanted);
            }
        }
        return instructed(wanted);
    }

    private void put(Map<String, String> wanted, String from, String to) {
        var part = source.find(from);
        if (part != null && part.multiple()) {
            wanted.put(from + BODY, to + BODY);
        }
        wanted.put(from, to);
    }

    /** Boundary events and inner activities that keep their ids while what they belong to gets another. */
    private Map<String, String> hangingOn(String from, String to) {
        var hanging = new LinkedHashMap<String, String>();
        for (var part : source.all()) {
            var other = target.find(part.id());
            var belongs = from.equals(part.host()) || from.equals(part.scope()) && !part.isFlow();
            if (belongs
                    && other != null
                    && part.kind().equals(other.kind())
                    && (to.equals(other.host()) || to.equals(other.scope()))) {
                put(hanging, part.id(), part.id());
            }
        }
        return hanging;
    }

    /**
     * Messages and conditions are taken from the target. Timers are not: the engine would start them again, so their
     * dates are kept or counted anew afterwards ({@link Timers}).
     */
    private MigrationPlan instructed(Map<String, String> ways) {
        var builder = runtime.createMigrationPlan(plan.source(), plan.target());
        for (var way : ways.entrySet()) {
            var instruction = builder.mapActivities(way.getKey(), way.getValue());
            var part = source.find(way.getKey());
            if (part != null && hearsSomething(part.kind())) {
                instruction.updateEventTrigger();
            }
        }
        return builder.build();
    }

    private static boolean hearsSomething(String kind) {
        return kind.equals("receiveTask")
                || kind.endsWith(":messageEventDefinition") && !kind.startsWith("end") && !kind.contains("Throw")
                || kind.endsWith(":signalEventDefinition") && !kind.startsWith("end") && !kind.contains("Throw")
                || kind.endsWith(":conditionalEventDefinition");
    }

    /** Activities that have their own way, for tests and logs. */
    public List<String> mapped() {
        var ids = new ArrayList<String>();
        for (MigrationInstruction instruction : engine.getInstructions()) {
            ids.add(instruction.getSourceActivityId());
        }
        return ids;
    }
}
