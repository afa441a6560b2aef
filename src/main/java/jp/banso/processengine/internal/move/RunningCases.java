package jp.banso.processengine.internal.move;

import java.util.List;
import java.util.Optional;
import jp.banso.processengine.MovePlan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The running processes of a plan's source. */
@Component
public class RunningCases {

    private final RunningMapper mapper;

    RunningCases(RunningMapper mapper) {
        this.mapper = mapper;
    }

    /** All of the municipality, in the order of their case numbers; two queries however many there are. */
    public List<RunningCase> all(MovePlan plan) {
        return read(plan, null);
    }

    public Optional<RunningCase> find(MovePlan plan, String instanceId) {
        return read(plan, instanceId).stream().findFirst();
    }

    private List<RunningCase> read(MovePlan plan, @Nullable String instanceId) {
        return RunningCase.of(
                mapper.executions(plan.source(), plan.municipalityId(), instanceId),
                mapper.marks(plan.source(), plan.municipalityId(), instanceId));
    }

    /** What has begun and ended in a process so far. */
    public List<String> happened(String instanceId) {
        return mapper.happened(instanceId);
    }
}
