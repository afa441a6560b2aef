package jp.banso.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.ModelDifference;
import jp.banso.processengine.ModelFile;
import org.springframework.stereotype.Service;

/** What a draft changes, in words; kept with the proposal, so that it can be read after years. */
@Service
public class DraftDifference {

    private final ModelDrafts drafts;
    private final ModelDifference difference;
    private final People people;
    private final ObjectMapper json;

    DraftDifference(ModelDrafts drafts, ModelDifference difference, People people, ObjectMapper json) {
        this.people = people;
        this.drafts = drafts;
        this.difference = difference;
        this.json = json;
    }

    /** Against what was published when the draft took it. */
    public List<DraftChange> changes(String draftId, Member member) {
        List<DraftFile> files = drafts.files(draftId, member);
        return between(
                files.stream()
                        .filter(file -> file.base() != null)
                        .map(file -> new ModelFile(
                                file.name(), String.valueOf(file.base()).getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                files.stream().map(DraftFile::model).toList(),
                member);
    }

    /** Any two states of models. */
    public List<DraftChange> between(List<ModelFile> before, List<ModelFile> after, Member member) {
        return difference.between(before, after, people.roles(member.municipalityId())).stream()
                .map(change -> new DraftChange(
                        change.kind().name(),
                        change.file(),
                        change.element(),
                        change.what(),
                        change.before(),
                        change.after()))
                .toList();
    }

    /** What the proposal said when it was made. */
    public List<DraftChange> kept(Publication publication) {
        try {
            return json.readValue(publication.difference(), new TypeReference<List<DraftChange>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String json(String draftId, Member member) {
        try {
            return json.writeValueAsString(changes(draftId, member));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
