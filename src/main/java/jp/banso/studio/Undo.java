package jp.banso.studio;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.Publication.PublishedModel;
import jp.banso.studio.Publication.Status;
import jp.banso.studio.internal.Descent;
import jp.banso.studio.internal.PublicationMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a publication back: what was in force before becomes the newest version again. It has been approved once; so one
 * administrator is enough, who signs in again and says why.
 */
@Service
@Transactional
public class Undo {

    private static final int LONGEST = 1000;
    private static final String AGAIN = "-u";

    private final PublicationMapper rows;
    private final PublishedFiles published;
    private final ModelDeployment deployment;
    private final Descent descent;
    private final DraftCheck check;
    private final Audit audit;
    private final Clock clock;

    Undo(
            PublicationMapper rows,
            PublishedFiles published,
            ModelDeployment deployment,
            Descent descent,
            DraftCheck check,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.published = published;
        this.deployment = deployment;
        this.descent = descent;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why the publication cannot be taken back; null when it can. */
    @Transactional(readOnly = true)
    public @Nullable String objection(Publication publication) {
        if (!publication.is(Status.PUBLISHED)) {
            return "公開したものだけを、元に戻せます。";
        }
        for (PublishedModel model : rows.models(publication.publicationId())) {
            if (model.formerDefinitionId() == null) {
                return "「%s」には前の版がありません。".formatted(model.title());
            }
            PublishedFile now = published
                    .inForce(Kind.valueOf(model.kind()), model.modelKey(), publication.municipalityId())
                    .orElse(null);
            if (now == null || !now.definitionId().equals(model.definitionId())) {
                return "「%s」は、そのあとにもう一度公開されています。新しいほうから戻してください。".formatted(model.title());
            }
        }
        List<ModelFile> formers = rows.models(publication.publicationId()).stream()
                .flatMap(model -> published.files(former(model, publication.municipalityId())).stream())
                .toList();
        return check.held(formers, publication.municipalityId()).stream()
                .findFirst()
                .map(Finding::message)
                .orElse(null);
    }

    /** @throws DraftRefused when it cannot be taken back or the reason is missing */
    public void undo(String publicationId, String reason, Member member) {
        rows.find(publicationId, member.municipalityId()).orElseThrow(NotHere::new);
        Publication publication = rows.lock(publicationId).orElseThrow(NotHere::new);
        String objection = objection(publication);
        if (objection != null) {
            throw new DraftRefused(objection);
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new DraftRefused("元に戻す理由を%d文字までで書いてください。".formatted(LONGEST));
        }
        Map<String, ModelFile> files = new LinkedHashMap<>();
        Map<String, PublishedFile> formers = new LinkedHashMap<>();
        for (PublishedModel model : rows.models(publicationId)) {
            PublishedFile former = former(model, publication.municipalityId());
            formers.put(model.kind() + model.modelKey(), former);
            published.files(former).forEach(file -> files.put(file.name(), file));
        }
        var result = deployment.publish(
                "studio/undo/" + publicationId, "studio", publication.municipalityId(), List.copyOf(files.values()));
        result.models()
                .forEach(model -> descent.record(
                        publicationId + AGAIN, model, formers.get(model.kind().name() + model.key()), null));
        rows.undone(publicationId, member.username(), LocalDateTime.now(clock), reason.strip());
        audit.changed(null, "studio.undone", publication.title());
    }

    private PublishedFile former(PublishedModel model, String municipalityId) {
        return published.versions(Kind.valueOf(model.kind()), model.modelKey(), municipalityId).stream()
                .filter(each -> each.definitionId().equals(model.formerDefinitionId()))
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
