package jp.banso.processengine.internal.move;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import jp.banso.processengine.MovePlan;
import jp.banso.processengine.MoveRefused;
import jp.banso.processengine.Verdicts.Kind;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two models of a plan and the ways between them. */
@Component
public class Ground {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private @Nullable Read last;

    Ground(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Models never change once published, so what was read for a plan stays true. */
    public record Read(MovePlan plan, ModelGraph source, ModelGraph target, Ways ways, Judge judge) {}

    /** @throws MoveRefused when the engine does not accept the mapping */
    public Read of(MovePlan plan) {
        var known = last;
        if (known != null && known.plan().equals(plan)) {
            return known;
        }
        var source = graph(plan.source());
        var target = graph(plan.target());
        try {
            var ways = new Ways(runtime, plan, source, target);
            var read = new Read(plan, source, target, ways, new Judge(source, target, ways));
            last = read;
            return read;
        } catch (BadUserRequestException refused) {
            throw new MoveRefused(Kind.CANNOT, "その手順には移せません。ほかの手順を選んでください。");
        }
    }

    private ModelGraph graph(String definitionId) {
        var deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
        var resources = repository.getDeploymentResources(deployment);
        UnaryOperator<String> forms = key -> resources.stream()
                .filter(resource -> ("/" + resource.getName()).endsWith("/" + key + ".form"))
                .findFirst()
                .map(resource -> String.valueOf(Arrays.hashCode(bytes(deployment, resource.getName()))))
                .orElse("");
        return ModelGraph.read(repository.getProcessModel(definitionId), forms);
    }

    private byte[] bytes(String deployment, String resource) {
        try (var in = repository.getResourceAsStream(deployment, resource)) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
