package jp.banso.processengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forms that were published together with a process version. */
@Service
public class PublishedForms {

    private final RepositoryService repository;

    PublishedForms(RepositoryService repository) {
        this.repository = repository;
    }

    /** The form that the model names for a step of this process version; empty if it has none. */
    @Transactional(readOnly = true)
    public Optional<FormModel> of(String definitionId, String step) {
        String form = named(definitionId, step);
        String deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
        return repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.endsWith("/" + form + ".form"))
                .findFirst()
                .map(name -> new FormModel(form, deployment, text(deployment, name)));
    }

    /** Forms are called like their step, as long as nobody chose that of another one. */
    private String named(String definitionId, String step) {
        return repository.getBpmnModelInstance(definitionId).getModelElementById(step) instanceof UserTask task
                        && task.getCamundaFormRef() != null
                ? task.getCamundaFormRef()
                : step;
    }

    /** The version of a process that a new case of the municipality would take. */
    @Transactional(readOnly = true)
    public String currentDefinition(String processKey, String municipalityId) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .tenantIdIn(municipalityId)
                .includeProcessDefinitionsWithoutTenantId()
                .latestVersion()
                .list()
                .stream()
                .sorted((a, b) -> a.getTenantId() == null ? 1 : b.getTenantId() == null ? -1 : 0)
                .findFirst()
                .map(ProcessDefinition::getId)
                .orElseThrow(() -> new IllegalStateException("process is not published: " + processKey));
    }

    private String text(String deploymentId, String resource) {
        try (var in = repository.getResourceAsStream(deploymentId, resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
