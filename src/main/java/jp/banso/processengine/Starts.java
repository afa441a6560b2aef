package jp.banso.processengine;

import java.util.HashMap;
import java.util.Map;
import jp.banso.processengine.internal.Facts;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares the start of a process: the municipality's own version where there is one, else the shared one. */
@Component
class Starts {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    Starts(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    ProcessInstantiationBuilder of(
            String processKey,
            String businessKey,
            String municipalityId,
            Map<String, ? extends @Nullable Object> facts) {
        var variables = new HashMap<String, Object>(facts);
        variables.put("municipalityId", municipalityId);
        Facts.check(variables);
        var own = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .tenantIdIn(municipalityId)
                .count();
        var builder = runtime.createProcessInstanceByKey(processKey);
        builder = own > 0
                ? builder.processDefinitionTenantId(municipalityId)
                : builder.processDefinitionWithoutTenantId();
        return builder.businessKey(businessKey).setVariables(variables);
    }
}
