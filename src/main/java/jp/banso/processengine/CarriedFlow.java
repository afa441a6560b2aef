package jp.banso.processengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a case that was led elsewhere into the middle of its process. What lies behind is not acted out: no form, no
 * history of steps that nobody did here.
 */
@Service
@Transactional
public class CarriedFlow {

    private final RuntimeService runtime;
    private final Starts starts;

    CarriedFlow(RuntimeService runtime, Starts starts) {
        this.runtime = runtime;
        this.starts = starts;
    }

    /**
     * Starts the municipality's own version of the process, or the shared one, right before one of its activities.
     *
     * @param activity id of an activity at any depth; the sub-processes around it begin with it
     */
    public void startBefore(
            String activity,
            String processKey,
            String businessKey,
            String municipalityId,
            Map<String, ? extends @Nullable Object> facts) {
        starts.of(processKey, businessKey, municipalityId, facts)
                .startBeforeActivity(activity)
                .execute();
    }

    /** Moves a running process of the business key: these activities are open then, and nothing else. */
    public void place(String processKey, String businessKey, String municipalityId, List<String> activities) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(processKey)
                .tenantIdIn(municipalityId)
                .singleResult();
        if (instance == null) {
            throw new IllegalStateException("Not running: " + processKey);
        }
        var move = runtime.createProcessInstanceModification(instance.getId());
        activities.forEach(move::startBeforeActivity);
        leaves(runtime.getActivityInstance(instance.getId())).forEach(move::cancelActivityInstance);
        move.execute();
    }

    /** Ids of the innermost activities; cancelling the last one of a sub-process ends that, too. */
    private static List<String> leaves(ActivityInstance tree) {
        var ids = new ArrayList<String>();
        for (var child : tree.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0) {
                ids.add(child.getId());
            } else {
                ids.addAll(leaves(child));
            }
        }
        return ids;
    }
}
