package jp.banso.processengine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.internal.ShippedModels;
import jp.banso.processengine.internal.check.ModelKeys;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsVersion;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way models reach the engine: checked first, one publication at a time, unchanged ones not again. What the
 * product ships never replaces a process or decision that somebody else published later.
 */
@Component
public class ModelDeployment {

    /** The deployment name and source of what comes with the product. */
    public static final String SHIPPED_NAME = "banso";

    public static final String SHIPPED = "shipped";

    private static final int LOCK_SECONDS = 30;

    private final RepositoryService repository;
    private final ModelCheck check;
    private final PublishedFiles published;
    private final Settings settings;
    private final TransactionTemplate together;
    private final boolean onStart;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    ModelDeployment(
            RepositoryService repository,
            ModelCheck check,
            PublishedFiles published,
            Settings settings,
            PlatformTransactionManager transactions,
            @Value("${banso.models.deploy-on-start:true}") boolean onStart) {
        this.repository = repository;
        this.check = check;
        this.published = published;
        this.settings = settings;
        this.together = new TransactionTemplate(transactions);
        this.onStart = onStart;
    }

    /** What was published; no models when nothing had changed. */
    public record Published(String deploymentId, List<Deployed> models) {

        /** Definition key to its version. */
        public Map<String, Integer> versions() {
            var versions = new TreeMap<String, Integer>();
            models.forEach(model -> versions.put(model.key(), model.version()));
            return versions;
        }
    }

    /** A process, decision or file of settings that got a new version. */
    public record Deployed(Kind kind, String key, String title, String definitionId, int version) {}

    @Order(0)
    @EventListener(ApplicationStartedEvent.class)
    void deployOnStart() {
        var files = onStart ? ShippedModels.read() : List.<ModelFile>of();
        if (!files.isEmpty()) {
            deployShipped(files);
        }
    }

    /** Publishes the product's own models, except those somebody else has published a newer version of. */
    public Published deployShipped(List<ModelFile> files) {
        return alone(() -> {
            refuseErrors(check.check(files));
            var rest = files.stream().filter(file -> !isTakenOver(file)).toList();
            return deploy(SHIPPED_NAME, SHIPPED, null, rest);
        });
    }

    /**
     * Publishes models of a process administrator. The forms of a process belong into the same publication; decisions
     * and called processes may have been published before.
     *
     * @param municipalityId whose models these are; null for models shared by all municipalities
     */
    public Published publish(String name, String source, @Nullable String municipalityId, List<ModelFile> files) {
        if (SHIPPED.equals(source)) {
            throw new IllegalArgumentException("The source '%s' is the product's own.".formatted(SHIPPED));
        }
        return alone(() -> {
            refuseErrors(check.check(files, published.models(municipalityId)));
            return deploy(name, source, municipalityId, files);
        });
    }

    private Published alone(Supplier<Published> work) {
        try {
            if (!oneAtATime.tryLock(LOCK_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("ほかの公開が終わっていません。少し待ってからやり直してください。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("公開が中断されました。", e);
        }
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    private static void refuseErrors(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)) {
            throw new ModelRefused(findings);
        }
    }

    /** Drawings, tables and forms go to the engine, settings to those who read them; both or neither. */
    private Published deploy(String name, String source, @Nullable String municipalityId, List<ModelFile> files) {
        return together.execute(status -> {
            var models = files.stream()
                    .filter(file -> !SettingsFile.isName(file.name()))
                    .toList();
            var made =
                    models.isEmpty() ? new Published(name, List.of()) : toEngine(name, source, municipalityId, models);
            var all = new ArrayList<>(made.models());
            files.stream()
                    .filter(file -> SettingsFile.isName(file.name()))
                    .flatMap(file -> settings
                            .publish(
                                    file.name(),
                                    file.bytes(),
                                    municipalityId == null ? "" : municipalityId,
                                    SHIPPED.equals(source))
                            .stream())
                    .map(ModelDeployment::deployed)
                    .forEach(all::add);
            return new Published(made.deploymentId(), all);
        });
    }

    private Published toEngine(String name, String source, @Nullable String municipalityId, List<ModelFile> files) {
        var builder = repository.createDeployment().name(name).source(source).enableDuplicateFiltering(false);
        if (municipalityId != null) {
            builder.tenantId(municipalityId);
        }
        files.forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        var deployment = builder.deployWithResult();
        return new Published(deployment.getId(), models(deployment));
    }

    private static List<Deployed> models(DeploymentWithDefinitions deployment) {
        var models = new ArrayList<Deployed>();
        if (deployment.getDeployedProcessDefinitions() != null) {
            deployment
                    .getDeployedProcessDefinitions()
                    .forEach(d -> models.add(deployed(Kind.PROCESS, d, d.getVersion())));
        }
        if (deployment.getDeployedDecisionDefinitions() != null) {
            deployment
                    .getDeployedDecisionDefinitions()
                    .forEach(d -> models.add(deployed(Kind.DECISION, d, d.getVersion())));
        }
        return models;
    }

    private static Deployed deployed(SettingsVersion version) {
        return new Deployed(
                Kind.SETTINGS,
                SettingsFile.keyOf(version.name()),
                version.title(),
                version.versionId(),
                version.versionNo());
    }

    private static Deployed deployed(Kind kind, ResourceDefinition definition, int version) {
        String name = definition.getName() == null ? definition.getKey() : definition.getName();
        return new Deployed(kind, definition.getKey(), name, definition.getId(), version);
    }

    private boolean isTakenOver(ModelFile file) {
        return ModelKeys.of(file).stream().anyMatch(key -> {
            ResourceDefinition latest = file.name().endsWith(".dmn")
                    ? repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(key)
                            .withoutTenantId()
                            .latestVersion()
                            .singleResult()
                    : repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(key)
                            .withoutTenantId()
                            .latestVersion()
                            .singleResult();
            return latest != null && !SHIPPED.equals(source(latest.getDeploymentId()));
        });
    }

    private @Nullable String source(String deploymentId) {
        return repository
                .createDeploymentQuery()
                .deploymentId(deploymentId)
                .singleResult()
                .getSource();
    }
}
