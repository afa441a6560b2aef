package jp.banso.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelCheck;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.internal.RolesInUse;
import org.springframework.stereotype.Service;

/** What keeps a draft from being published, and what is worth a second look: the same check as at the build. */
@Service
public class DraftCheck {

    private final ModelCheck check;
    private final ModelDrafts drafts;
    private final PublishedFiles published;
    private final RolesInUse inUse;

    DraftCheck(ModelCheck check, ModelDrafts drafts, PublishedFiles published, RolesInUse inUse) {
        this.check = check;
        this.drafts = drafts;
        this.published = published;
        this.inUse = inUse;
    }

    /** Findings for all files of the draft, the worst first. */
    public List<Finding> findings(String draftId, Member member) {
        return findings(
                drafts.files(draftId, member).stream().map(DraftFile::model).toList(), member.municipalityId());
    }

    /** The same for files that are to be published in a municipality. */
    List<Finding> findings(List<ModelFile> files, String municipalityId) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>(check.check(files, published.models(municipalityId)));
        found.addAll(held(files, municipalityId));
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    /** What speaks against a publication because people have or do what it takes away. */
    List<Finding> held(List<ModelFile> files, String municipalityId) {
        return files.stream()
                .flatMap(file -> inUse.lost(file, municipalityId).stream()
                        .map(words -> new Finding(Finding.Severity.ERROR, file.name(), 1, null, null, words)))
                .toList();
    }
}
