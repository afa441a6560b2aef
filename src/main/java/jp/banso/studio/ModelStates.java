package jp.banso.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.banso.people.Member;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be laid beside each other of one model: its published versions, its shared ones, and open drafts. */
@Service
@Transactional(readOnly = true)
public class ModelStates {

    private static final String DRAFT = "draft-";
    private static final Pattern FORM = Pattern.compile("\\bcamunda:formRef=\"([^\"]{1,100})\"");

    private final PublishedFiles published;
    private final ModelDrafts drafts;

    ModelStates(PublishedFiles published, ModelDrafts drafts) {
        this.published = published;
        this.drafts = drafts;
    }

    /**
     * One of them.
     *
     * @param id for an address: {@code draft-…} or the id of a definition
     * @param label what people call it
     */
    public record State(String id, String label, boolean draft, boolean inForce) {}

    /** Newest first; drafts before what is published. Readers of drawings have no drafts. */
    public List<State> of(Kind kind, String key, boolean withDrafts, Member member) {
        List<State> states = new ArrayList<>();
        if (withDrafts) {
            drafts.open(member).stream()
                    .filter(draft -> model(kind, key, drafts.files(draft.draftId(), member))
                            .isPresent())
                    .forEach(draft ->
                            states.add(new State(DRAFT + draft.draftId(), "下書き「" + draft.title() + "」", true, false)));
        }
        List<PublishedFile> versions = published.versions(kind, key, member.municipalityId());
        for (PublishedFile each : versions) {
            boolean inForce = each == versions.get(0);
            states.add(new State(each.definitionId(), each.label() + (inForce ? "（公開中）" : ""), false, inForce));
        }
        return states;
    }

    /**
     * The model first, then the forms of its steps.
     *
     * @return empty for what the member may not see
     */
    public Optional<List<ModelFile>> files(Kind kind, String key, String stateId, boolean withDrafts, Member member) {
        if (!stateId.startsWith(DRAFT)) {
            return published.versions(kind, key, member.municipalityId()).stream()
                    .filter(each -> each.definitionId().equals(stateId))
                    .findFirst()
                    .map(published::files);
        }
        String draftId = stateId.substring(DRAFT.length());
        boolean open = withDrafts
                && drafts.open(member).stream().anyMatch(each -> each.draftId().equals(draftId));
        return open ? drafted(kind, key, drafts.files(draftId, member), member) : Optional.empty();
    }

    /** What the draft would publish: a form that it does not carry stays as it is in force. */
    private Optional<List<ModelFile>> drafted(Kind kind, String key, List<DraftFile> files, Member member) {
        return model(kind, key, files).map(model -> {
            Map<String, ModelFile> forms = new LinkedHashMap<>();
            published.inForce(kind, key, member.municipalityId()).map(published::files).orElse(List.of()).stream()
                    .filter(file -> file.name().endsWith(".form"))
                    .forEach(file -> forms.put(base(file.name()), file));
            files.stream()
                    .filter(file -> file.kind().equals("form"))
                    .forEach(file -> forms.put(base(file.name()), file.model()));
            List<String> asked = FORM.matcher(model.content())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            List<ModelFile> all = new ArrayList<>(List.of(model.model()));
            forms.entrySet().stream()
                    .filter(each -> asked.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparing(ModelFile::name))
                    .forEach(all::add);
            return all;
        });
    }

    private static Optional<DraftFile> model(Kind kind, String key, List<DraftFile> files) {
        Pattern own = Pattern.compile("<(?:\\w+:)?" + (kind == Kind.PROCESS ? "process" : "decision")
                + "\\b[^>]*?\\bid=\"" + Pattern.quote(key) + "\"");
        return files.stream()
                .filter(file -> file.kind().equals(kind == Kind.PROCESS ? "bpmn" : "dmn"))
                .filter(file -> own.matcher(file.content()).find())
                .findFirst();
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }
}
