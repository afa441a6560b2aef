package jp.banso.studio.internal;

import jp.banso.processengine.ModelDeployment.Deployed;
import jp.banso.processengine.PublishedFile;
import jp.banso.studio.Publication.PublishedModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what a new version replaced, and from which shared version it descends. */
@Component
public class Descent {

    private final PublicationMapper rows;

    Descent(PublicationMapper rows) {
        this.rows = rows;
    }

    /**
     * @param former what was in force before; null for a new model
     * @param taken the newer shared version that was taken in; null when none was
     */
    public void record(String publicationId, Deployed model, @Nullable PublishedFile former, @Nullable String taken) {
        rows.insertModel(new PublishedModel(
                publicationId,
                model.kind().name(),
                model.key(),
                model.title(),
                model.definitionId(),
                model.version(),
                former == null ? null : former.definitionId(),
                taken == null ? origin(former) : taken));
    }

    private @Nullable String origin(@Nullable PublishedFile former) {
        if (former == null) {
            return null;
        }
        return former.shared()
                ? former.definitionId()
                : rows.model(former.definitionId())
                        .map(PublishedModel::originDefinitionId)
                        .orElse(null);
    }
}
