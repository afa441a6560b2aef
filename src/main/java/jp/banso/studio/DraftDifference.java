package jp.banso.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import jp.banso.people.Member;
import org.springframework.stereotype.Service;

/** What a draft changes, in words; kept with the proposal, so that it can be read after years. */
@Service
public class DraftDifference {

    private final ModelDrafts drafts;
    private final ObjectMapper json;

    DraftDifference(ModelDrafts drafts, ObjectMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    /** Against what was published when the draft took it. */
    public List<DraftChange> changes(String draftId, Member member) {
        return drafts.files(draftId, member).stream()
                .filter(DraftFile::isChanged)
                .map(file -> new DraftChange(
                        file.base() == null ? "ADDED" : "CHANGED",
                        file.name(),
                        null,
                        file.shortName(),
                        null,
                        file.base() == null ? "新しい" : "変えた"))
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
