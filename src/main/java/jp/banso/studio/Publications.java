package jp.banso.studio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.Finding;
import jp.banso.processengine.Flow;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelDeployment.Deployed;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelRefused;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.Publication.PublishedModel;
import jp.banso.studio.Publication.Status;
import jp.banso.studio.internal.ChangeNotices;
import jp.banso.studio.internal.Descent;
import jp.banso.studio.internal.DraftMapper;
import jp.banso.studio.internal.Fingerprint;
import jp.banso.studio.internal.PublicationMapper;
import jp.banso.studio.internal.PublicationMapper.Offer;
import jp.banso.studio.internal.Publishable;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a draft into force: one administrator proposes it with a reason, another one approves (guard.md 12). The
 * process {@code process-change} leads it; what was proposed is published as it was proposed or not at all.
 */
@Service
@Transactional
public class Publications {

    /** The process that leads a change of models. */
    public static final String PROCESS = "process-change";

    private static final String ROLE = "process-admin";
    private static final int SHOWN = 100;

    private final PublicationMapper rows;
    private final DraftMapper draftRows;
    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final DraftDifference difference;
    private final Flow flow;
    private final ModelDeployment deployment;
    private final PublishedFiles published;
    private final Descent descent;
    private final ChangeNotices notices;
    private final RehearsalRecord rehearsals;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Publications(
            PublicationMapper rows,
            DraftMapper draftRows,
            ModelDrafts drafts,
            DraftCheck check,
            DraftDifference difference,
            Flow flow,
            ModelDeployment deployment,
            PublishedFiles published,
            Descent descent,
            ChangeNotices notices,
            RehearsalRecord rehearsals,
            People people,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.draftRows = draftRows;
        this.drafts = drafts;
        this.check = check;
        this.difference = difference;
        this.flow = flow;
        this.deployment = deployment;
        this.published = published;
        this.descent = descent;
        this.notices = notices;
        this.rehearsals = rehearsals;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Publication find(String publicationId, Member member) {
        return rows.find(publicationId, member.municipalityId()).orElseThrow(NotHere::new);
    }

    /** Proposals and publications of the municipality, the newest first. */
    @Transactional(readOnly = true)
    public List<Publication> all(Member member) {
        return rows.all(member.municipalityId(), SHOWN);
    }

    /** Proposals of a draft, the newest first. */
    @Transactional(readOnly = true)
    public List<Publication> ofDraft(String draftId, Member member) {
        return rows.ofDraft(drafts.find(draftId, member).draftId());
    }

    @Transactional(readOnly = true)
    public List<PublishedModel> models(Publication publication) {
        return rows.models(publication.publicationId());
    }

    /**
     * Proposes a draft: from now on nobody changes it.
     *
     * @throws DraftRefused when something is missing or the draft cannot be changed by this member
     * @throws ModelRefused when the check finds errors
     */
    public Publication propose(String draftId, Proposal proposal, Member member) {
        Draft draft = drafts.editable(draftId, member);
        proposal.refuseIncomplete(LocalDate.now(clock));
        List<DraftFile> files = drafts.files(draftId, member);
        if (Publishable.of(files).isEmpty()) {
            throw new DraftRefused("公開中のものと同じです。変えてから提案してください。");
        }
        refuseErrors(check.findings(draftId, member));
        var publication = new Publication(
                RowId.next(),
                draftId,
                draft.municipalityId(),
                draft.title(),
                proposal.reason().strip(),
                proposal.legalBasis().strip(),
                proposal.publishOn(),
                Fingerprint.of(files),
                difference.json(draftId, member),
                Status.PROPOSED,
                member.username(),
                LocalDateTime.now(clock),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        rows.insert(publication);
        rehearsals.keep(publication.publicationId(), draftId, member);
        draftRows.setStatus(draftId, DraftStatus.PROPOSED);
        Map<String, Object> facts = new HashMap<>();
        facts.put("publishLater", publication.publishOn() == null ? "no" : "yes");
        facts.put("publishOn", publication.publishOn() == null ? null : publication.publishOn() + "T00:00:00");
        flow.start(PROCESS, publication.publicationId(), draft.municipalityId(), facts);
        audit.changed(null, "studio.proposed", "%s（%s）".formatted(draft.title(), publication.contentHash()));
        notices.proposed(publication);
        return publication;
    }

    /** Why this member may not approve the proposal; null when nothing speaks against it. */
    @Transactional(readOnly = true)
    public @Nullable String objection(Publication publication, Member member) {
        if (!publication.is(Status.PROPOSED)) {
            return "この提案は、もう決まっています（%s）。".formatted(publication.status().label());
        }
        if (!member.hasRole(ROLE) || !member.municipalityId().equals(publication.municipalityId())) {
            return "承認できるのは、この自治体の業務管理者だけです。";
        }
        return authors(publication).contains(member.username()) ? "提案した人や、この下書きを変えた人は、承認できません。別の業務管理者が承認します。" : null;
    }

    /**
     * Publishes what was proposed, at once or on its day. The caller has asked the member to sign in again.
     *
     * @throws CannotApprove for an author, for somebody without the role, or when it is decided already
     * @throws ModelRefused when the check finds errors by now
     */
    public Publication approve(String publicationId, @Nullable String note, Member member) {
        Publication publication = lock(publicationId, member);
        String objection = objection(publication, member);
        if (objection != null) {
            throw new CannotApprove(objection);
        }
        List<DraftFile> files = drafts.files(publication.draftId(), member);
        if (!Fingerprint.of(files).equals(publication.contentHash())) {
            throw new CannotApprove("提案のあとに内容が変わっています。差し戻してください。");
        }
        refuseErrors(check.findings(publication.draftId(), member));
        LocalDateTime now = LocalDateTime.now(clock);
        rows.decide(publicationId, Status.SCHEDULED, member.username(), now, note);
        draftRows.setStatus(publication.draftId(), DraftStatus.SCHEDULED);
        audit.changed(null, "studio.approved", "%s（%s）".formatted(publication.title(), publication.contentHash()));
        flow.send("studio.approved", publicationId, publication.municipalityId(), Map.of());
        notices.decided(publication, "承認されました");
        return find(publicationId, member);
    }

    /** Gives the draft back to its authors; they may do it themselves, too. */
    public void giveBack(String publicationId, String note, Member member) {
        Publication publication = lock(publicationId, member);
        if (!publication.is(Status.PROPOSED)) {
            throw new CannotApprove(
                    "この提案は、もう決まっています（%s）。".formatted(publication.status().label()));
        }
        if (note.isBlank() || note.length() > Proposal.LONGEST_REASON) {
            throw new DraftRefused("差し戻す理由を%d文字までで書いてください。".formatted(Proposal.LONGEST_REASON));
        }
        end(publication, Status.RETURNED, "studio.returned", note.strip(), member);
        notices.decided(publication, "差し戻されました");
    }

    /** Calls off what was approved for a later day. */
    public void callOff(String publicationId, String note, Member member) {
        Publication publication = lock(publicationId, member);
        if (!publication.is(Status.SCHEDULED)) {
            throw new CannotApprove(
                    "公開の日を待っている提案ではありません（%s）。".formatted(publication.status().label()));
        }
        end(publication, Status.CALLED_OFF, "studio.called-off", note.strip(), member);
    }

    private void end(Publication publication, Status status, String message, String note, Member member) {
        rows.decide(publication.publicationId(), status, member.username(), LocalDateTime.now(clock), note);
        draftRows.setStatus(publication.draftId(), DraftStatus.OPEN);
        audit.changed(null, message, publication.title());
        flow.send(
                status == Status.RETURNED ? "studio.returned" : "studio.calledOff",
                publication.publicationId(),
                publication.municipalityId(),
                Map.of());
    }

    /** The process calls this when everything is approved and the day has come. */
    public void publishNow(String publicationId) {
        Publication publication = rows.lock(publicationId).orElseThrow();
        List<DraftFile> files = draftRows.files(publication.draftId());
        if (!publication.is(Status.SCHEDULED) || !Fingerprint.of(files).equals(publication.contentHash())) {
            throw new CannotApprove("承認された内容ではありません。");
        }
        List<PublishedFile> before = published.inForce(publication.municipalityId());
        List<ModelFile> models =
                Publishable.of(files).stream().map(DraftFile::model).toList();
        refuseErrors(check.held(models, publication.municipalityId()));
        var result = deployment.publish("studio/" + publicationId, "studio", publication.municipalityId(), models);
        result.models().forEach(model -> record(publication, model, before));
        rows.published(publicationId, LocalDateTime.now(clock));
        draftRows.setStatus(publication.draftId(), DraftStatus.PUBLISHED);
        audit.changed(null, "studio.published", "%s（%s）".formatted(publication.title(), publication.contentHash()));
    }

    private void record(Publication publication, Deployed model, List<PublishedFile> before) {
        PublishedFile former = before.stream()
                .filter(each -> each.kind() == model.kind() && each.key().equals(model.key()))
                .findFirst()
                .orElse(null);
        String taken = rows.offers(publication.draftId()).stream()
                .filter(each -> each.kind().equals(model.kind().name())
                        && each.modelKey().equals(model.key()))
                .map(Offer::definitionId)
                .findFirst()
                .orElse(null);
        descent.record(publication.publicationId(), model, former, taken);
    }

    private Set<String> authors(Publication publication) {
        Set<String> authors = new HashSet<>();
        authors.add(publication.proposedBy());
        draftRows.files(publication.draftId()).stream()
                .filter(DraftFile::isChanged)
                .forEach(file -> authors.add(file.changedBy()));
        return authors;
    }

    private Publication lock(String publicationId, Member member) {
        find(publicationId, member);
        return rows.lock(publicationId).orElseThrow(NotHere::new);
    }

    private static void refuseErrors(List<Finding> findings) {
        if (findings.stream().anyMatch(each -> each.severity() == Finding.Severity.ERROR)) {
            throw new ModelRefused(findings);
        }
    }
}
