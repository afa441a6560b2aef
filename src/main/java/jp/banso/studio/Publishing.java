package jp.banso.studio;

import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.studio.Publication.Status;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishing in one call, for scripts: proposed in the name of the draft's editor, approved by who calls. */
@Service
public class Publishing {

    private final ModelDrafts drafts;
    private final Publications publications;
    private final People people;

    Publishing(ModelDrafts drafts, Publications publications, People people) {
        this.drafts = drafts;
        this.publications = publications;
        this.people = people;
    }

    /**
     * @throws CannotApprove when the caller edits the draft or has changed it: four eyes are needed here, too
     * @throws DraftRefused when nothing is proposed yet and the reason is missing
     * @throws jp.banso.processengine.ModelRefused when the check finds errors
     */
    @Transactional
    public Publication publish(String draftId, String reason, String legalBasis, Member member) {
        Draft draft = drafts.find(draftId, member);
        Publication proposed = publications.ofDraft(draftId, member).stream()
                .filter(each -> each.is(Status.PROPOSED))
                .findFirst()
                .orElse(null);
        if (proposed == null) {
            if (member.username().equals(draft.editor())) {
                throw new CannotApprove("下書きを変えた人は、公開できません。別の業務管理者が公開します。");
            }
            Member editor = people.find(String.valueOf(draft.editor()))
                    .orElseThrow(() -> new CannotApprove("この下書きを編集している人がいません。"));
            proposed = publications.propose(draftId, new Proposal(reason, legalBasis, null), editor);
        }
        return publications.approve(proposed.publicationId(), null, member);
    }
}
