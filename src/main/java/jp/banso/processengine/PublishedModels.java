package jp.banso.processengine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The processes as they are published now, for people to read. */
@Service
public class PublishedModels {

    private final RepositoryService repository;
    private final Map<String, PublishedModel> read = new ConcurrentHashMap<>();

    PublishedModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param documentation what the process is for, in words */
    public record PublishedModel(
            String key,
            String name,
            int version,
            String definitionId,
            String documentation,
            List<Step> steps,
            Map<String, String> names) {}

    /**
     * A user task.
     *
     * @param roles candidate roles, the main one first
     * @param due due expression of the model
     */
    public record Step(
            String id,
            String name,
            List<String> roles,
            @Nullable String form,
            @Nullable String due,
            @Nullable String documentation) {}

    /** Newest versions that a municipality uses, its own before the shared ones, by key. */
    @Transactional(readOnly = true)
    public List<PublishedModel> all(String municipalityId) {
        Map<String, ProcessDefinition> newest = new TreeMap<>();
        repository
                .createProcessDefinitionQuery()
                .tenantIdIn(municipalityId)
                .includeProcessDefinitionsWithoutTenantId()
                .latestVersion()
                .list()
                .forEach(each ->
                        newest.merge(each.getKey(), each, (one, other) -> one.getTenantId() == null ? other : one));
        return newest.values().stream().map(this::model).toList();
    }

    @Transactional(readOnly = true)
    public Optional<PublishedModel> find(String key, String municipalityId) {
        return all(municipalityId).stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** Every version of a process that a municipality uses or used, newest first. */
    @Transactional(readOnly = true)
    public List<PublishedModel> versions(String key, String municipalityId) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .tenantIdIn(municipalityId)
                .includeProcessDefinitionsWithoutTenantId()
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::model)
                .toList();
    }

    /** The version a running case uses. */
    @Transactional(readOnly = true)
    public PublishedModel of(String definitionId) {
        return model(repository.getProcessDefinition(definitionId));
    }

    /** Candidate roles of a step as its model names them; none for a step that is not in it. */
    public List<String> rolesOf(@Nullable String definitionId, String step) {
        if (definitionId == null) {
            return List.of();
        }
        PublishedModel model = read.get(definitionId);
        return (model == null ? of(definitionId) : model)
                .steps().stream()
                        .filter(s -> s.id().equals(step))
                        .findFirst()
                        .map(Step::roles)
                        .orElse(List.of());
    }

    private PublishedModel model(ProcessDefinition definition) {
        return read.computeIfAbsent(definition.getId(), id -> read(definition));
    }

    private PublishedModel read(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        List<Step> steps = model.getModelElementsByType(UserTask.class).stream()
                .map(PublishedModels::step)
                .toList();
        Map<String, String> names = new java.util.LinkedHashMap<>();
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(n -> n.getName() != null)
                .forEach(n -> names.put(n.getId(), n.getName()));
        return new PublishedModel(
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                definition.getId(),
                documentation(process),
                steps,
                names);
    }

    private static Step step(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        return new Step(
                task.getId(),
                task.getName(),
                groups == null ? List.of() : List.of(groups.split("\\s*,\\s*")),
                task.getCamundaFormRef(),
                task.getCamundaDueDate(),
                documentation(task));
    }

    private static String documentation(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().stream()
                .map(d -> d.getTextContent().strip())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
