package jp.banso.processengine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many running processes of a municipality use which version. */
@Service
public class RunningCounts {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    RunningCounts(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Definition id to the number of running processes; without those that have none. */
    @Transactional(readOnly = true)
    public Map<String, Integer> byDefinition(String municipalityId) {
        Map<String, Integer> counts = new HashMap<>();
        for (ProcessDefinition each : repository
                .createProcessDefinitionQuery()
                .tenantIdIn(municipalityId)
                .includeProcessDefinitionsWithoutTenantId()
                .list()) {
            long count = runtime.createProcessInstanceQuery()
                    .processDefinitionId(each.getId())
                    .tenantIdIn(municipalityId)
                    .count();
            if (count > 0) {
                counts.put(each.getId(), Math.toIntExact(count));
            }
        }
        return counts;
    }
}
