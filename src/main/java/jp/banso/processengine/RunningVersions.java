package jp.banso.processengine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which versions of a process a municipality has in force and in use. */
@Service
@Transactional(readOnly = true)
public class RunningVersions {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    RunningVersions(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /**
     * A version.
     *
     * @param own whether it is the municipality's own one
     * @param running how many processes of the municipality run on it
     */
    public record Version(String definitionId, String processKey, String name, int version, boolean own, long running) {

        /** How people call it: both count from 1. */
        public String label() {
            return label(own, version);
        }

        private static String label(boolean own, int version) {
            return (own ? "第%d版" : "共通の第%d版").formatted(version);
        }
    }

    /** How people call a version; empty for one that is not there. */
    public Optional<String> label(String definitionId) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .singleResult())
                .map(definition -> Version.label(definition.getTenantId() != null, definition.getVersion()));
    }

    /** What new processes start with: the municipality's own newest version, else the shared newest one. */
    public Optional<Version> inForce(String processKey, String municipalityId) {
        return query(processKey).tenantIdIn(municipalityId).latestVersion().list().stream()
                .findFirst()
                .or(() -> query(processKey).withoutTenantId().latestVersion().list().stream()
                        .findFirst())
                .map(definition -> version(definition, municipalityId));
    }

    /** Versions with running processes of the municipality, shared ones first, then by number. */
    public List<Version> inUse(String processKey, String municipalityId) {
        return query(processKey).tenantIdIn(municipalityId).includeProcessDefinitionsWithoutTenantId().list().stream()
                .map(definition -> version(definition, municipalityId))
                .filter(version -> version.running() > 0)
                .sorted(Comparator.comparing(Version::own).thenComparing(Version::version))
                .toList();
    }

    /** Definition id to the number of the municipality's running processes; without versions that have none. */
    public Map<String, Integer> counts(String municipalityId) {
        Map<String, Integer> counts = new HashMap<>();
        repository
                .createProcessDefinitionQuery()
                .tenantIdIn(municipalityId)
                .includeProcessDefinitionsWithoutTenantId()
                .list()
                .forEach(definition ->
                        counts.put(definition.getId(), Math.toIntExact(running(definition, municipalityId))));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private ProcessDefinitionQuery query(String processKey) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(processKey);
    }

    private Version version(ProcessDefinition definition, String municipalityId) {
        return new Version(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                definition.getTenantId() != null,
                running(definition, municipalityId));
    }

    private long running(ProcessDefinition definition, String municipalityId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .tenantIdIn(municipalityId)
                .count();
    }
}
