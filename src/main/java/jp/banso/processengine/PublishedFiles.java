package jp.banso.processengine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.internal.check.ModelKeys;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsVersion;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files behind what is published: a municipality's own ones, and the shared ones where it has none. */
@Service
@Transactional(readOnly = true)
public class PublishedFiles {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final RepositoryService repository;
    private final Settings settings;

    PublishedFiles(RepositoryService repository, Settings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * What a new case of the municipality would take: processes first, each by its key.
     *
     * @param municipalityId null for what is shared by all
     */
    public List<PublishedFile> inForce(@Nullable String municipalityId) {
        Map<String, PublishedFile> newest = new TreeMap<>();
        Stream.concat(
                        processes(municipalityId).latestVersion().list().stream()
                                .map(this::process),
                        decisions(municipalityId).latestVersion().list().stream()
                                .map(this::decision))
                .forEach(file ->
                        newest.merge(file.kind() + " " + file.key(), file, (one, other) -> one.shared() ? other : one));
        settings.newest(municipalityId == null ? "" : municipalityId)
                .forEach(version -> newest.put(Kind.SETTINGS + " " + version.name(), settings(version)));
        return newest.values().stream()
                .sorted(Comparator.comparing(PublishedFile::kind).thenComparing(PublishedFile::key))
                .toList();
    }

    /** The files of the processes and decisions in force, the forms of their steps and their scenarios. */
    public List<ModelFile> models(@Nullable String municipalityId) {
        return inForce(municipalityId).stream()
                .flatMap(published -> files(published).stream())
                .distinct()
                .toList();
    }

    public Optional<PublishedFile> inForce(Kind kind, String key, String municipalityId) {
        return inForce(municipalityId).stream()
                .filter(file -> file.kind() == kind && file.key().equals(key))
                .findFirst();
    }

    /** All versions that the municipality uses or used, its own ones first, newest first. */
    public List<PublishedFile> versions(Kind kind, String key, String municipalityId) {
        if (kind == Kind.SETTINGS) {
            return settings.versions(SettingsFile.nameOf(key), municipalityId).stream()
                    .map(PublishedFiles::settings)
                    .toList();
        }
        Stream<PublishedFile> found = kind == Kind.PROCESS
                ? processes(municipalityId).processDefinitionKey(key).list().stream()
                        .map(this::process)
                : decisions(municipalityId).decisionDefinitionKey(key).list().stream()
                        .map(this::decision);
        return found.sorted(Comparator.comparing(PublishedFile::shared)
                        .thenComparing(PublishedFile::version, Comparator.reverseOrder()))
                .toList();
    }

    /** The model with the forms of its steps and its scenarios, as they were published together. */
    public List<ModelFile> files(PublishedFile published) {
        if (published.kind() == Kind.SETTINGS) {
            return settings.version(published.definitionId()).stream()
                    .map(version ->
                            new ModelFile(version.name(), version.content().getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
        List<ModelFile> files = new ArrayList<>();
        ModelFile model = file(published.deploymentId(), published.file());
        files.add(model);
        List<String> forms = ModelKeys.forms(model);
        repository.getDeploymentResourceNames(published.deploymentId()).stream()
                .filter(name -> name.endsWith(".form"))
                .filter(name -> forms.contains(name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'))))
                .sorted()
                .forEach(name -> files.add(file(published.deploymentId(), name)));
        if (published.kind() == Kind.PROCESS) {
            repository.getDeploymentResourceNames(published.deploymentId()).stream()
                    .filter(Scenario::isScenario)
                    .filter(name -> name.startsWith("processes/" + published.key() + "/"))
                    .sorted()
                    .forEach(name -> files.add(file(published.deploymentId(), name)));
        }
        return files;
    }

    /** Where the files of this municipality's models stand. */
    public ModelNames names(String municipalityId) {
        return ModelNames.of(this, municipalityId);
    }

    private ProcessDefinitionQuery processes(@Nullable String municipalityId) {
        ProcessDefinitionQuery query = repository.createProcessDefinitionQuery();
        return municipalityId == null
                ? query.withoutTenantId()
                : query.tenantIdIn(municipalityId).includeProcessDefinitionsWithoutTenantId();
    }

    private DecisionDefinitionQuery decisions(@Nullable String municipalityId) {
        DecisionDefinitionQuery query = repository.createDecisionDefinitionQuery();
        return municipalityId == null
                ? query.withoutTenantId()
                : query.tenantIdIn(municipalityId).includeDecisionDefinitionsWithoutTenantId();
    }

    private ModelFile file(String deploymentId, String name) {
        try (InputStream stream = repository.getResourceAsStream(deploymentId, name)) {
            return new ModelFile(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedFile settings(SettingsVersion version) {
        return new PublishedFile(
                Kind.SETTINGS,
                SettingsFile.keyOf(version.name()),
                version.title(),
                version.versionNo(),
                version.name(),
                version.versionId(),
                version.versionId(),
                version.publishedAt(),
                version.shared(),
                version.shipped());
    }

    private PublishedFile process(ProcessDefinition definition) {
        return published(Kind.PROCESS, definition, definition.getVersion());
    }

    private PublishedFile decision(DecisionDefinition definition) {
        return published(Kind.DECISION, definition, definition.getVersion());
    }

    private PublishedFile published(Kind kind, ResourceDefinition definition, int version) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new PublishedFile(
                kind,
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                version,
                definition.getResourceName(),
                definition.getId(),
                definition.getDeploymentId(),
                LocalDateTime.ofInstant(deployment.getDeploymentTime().toInstant(), TOKYO),
                definition.getTenantId() == null,
                ModelDeployment.SHIPPED.equals(deployment.getSource()));
    }
}
