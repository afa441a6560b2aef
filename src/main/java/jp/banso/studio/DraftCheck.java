package jp.banso.studio;

import java.util.List;
import jp.banso.people.Member;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelCheck;
import jp.banso.processengine.PublishedFiles;
import org.springframework.stereotype.Service;

/** What keeps a draft from being published, and what is worth a second look: the same check as at the build. */
@Service
public class DraftCheck {

    private final ModelCheck check;
    private final ModelDrafts drafts;
    private final PublishedFiles published;

    DraftCheck(ModelCheck check, ModelDrafts drafts, PublishedFiles published) {
        this.check = check;
        this.drafts = drafts;
        this.published = published;
    }

    /** Findings for all files of the draft, the worst first. */
    public List<Finding> findings(String draftId, Member member) {
        var files = drafts.files(draftId, member).stream().map(DraftFile::model).toList();
        if (files.isEmpty()) {
            return List.of();
        }
        return check.check(files, published.models(member.municipalityId())).stream()
                .sorted(java.util.Comparator.comparing(Finding::severity))
                .toList();
    }
}
