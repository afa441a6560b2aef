package jp.banso.studio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PastDecisions;
import jp.banso.processengine.PublishedFiles;
import jp.banso.processengine.Replay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Last year's cases through the decision tables of a draft: how many would have gone another way. */
@Service
public class DraftReplay {

    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final PublishedFiles published;
    private final PastDecisions past;
    private final Clock clock;

    DraftReplay(ModelDrafts drafts, DraftCheck check, PublishedFiles published, PastDecisions past, Clock clock) {
        this.drafts = drafts;
        this.check = check;
        this.published = published;
        this.past = past;
        this.clock = clock;
    }

    /**
     * A table of the draft.
     *
     * @param replay null when there is none
     * @param refusal why there is none
     */
    public record Tried(DraftFile file, @Nullable Replay replay, @Nullable String refusal) {}

    /** Each table that the draft changes, over the last year. */
    public List<Tried> lastYear(String draftId, Member member) {
        List<DraftFile> files = drafts.files(draftId, member);
        List<Finding> findings = check.findings(draftId, member);
        List<ModelFile> models =
                new ArrayList<>(files.stream().map(DraftFile::model).toList());
        models.addAll(published.models(member.municipalityId()));
        LocalDate since = LocalDate.now(clock).minusYears(1);
        return files.stream()
                .filter(file -> file.kind().equals("dmn") && file.isChanged())
                .flatMap(file -> tried(file, findings, models, since, member).stream())
                .toList();
    }

    private List<Tried> tried(
            DraftFile file, List<Finding> findings, List<ModelFile> models, LocalDate since, Member member) {
        boolean broken = findings.stream()
                .anyMatch(
                        finding -> finding.file().equals(file.name()) && finding.severity() == Finding.Severity.ERROR);
        if (broken) {
            return List.of(new Tried(file, null, "点検の結果を先に直してください。直すと、ためせます。"));
        }
        try {
            return PastDecisions.keys(file.model()).stream()
                    .map(key -> new Tried(
                            file, past.replay(file.model(), key, member.municipalityId(), since, models), null))
                    .toList();
        } catch (PastDecisions.TookTooLong tooLong) {
            return List.of(new Tried(file, null, "時間がかかりすぎるので、やめました。条件を簡単にしてください。"));
        }
    }
}
