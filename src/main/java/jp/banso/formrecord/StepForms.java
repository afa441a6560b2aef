package jp.banso.formrecord;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.banso.formrecord.internal.FormReader;
import jp.banso.processengine.FormModel;
import jp.banso.processengine.PublishedForms;
import jp.banso.worklist.WorkItem;
import org.springframework.stereotype.Service;

/** The form of a step, as it was published together with the model of the running case. */
@Service
public class StepForms {

    private final PublishedForms published;
    private final SharedLists lists;
    private final Map<String, FormModel> models = new ConcurrentHashMap<>();
    private final Map<String, FormDefinition> parsed = new ConcurrentHashMap<>();

    StepForms(PublishedForms published, SharedLists lists) {
        this.lists = lists;
        this.published = published;
    }

    /** @throws IllegalStateException if the step has no form; the model check forbids that */
    public FormDefinition of(WorkItem item) {
        return lists.fill(parsed(model(item.definitionId(), item.step())), item.municipalityId());
    }

    /** The {@code .form} file itself, with the choices of shared lists. */
    public FormModel raw(WorkItem item) {
        FormModel model = model(item.definitionId(), item.step());
        return new FormModel(model.key(), model.version(), lists.fill(model.json(), item.municipalityId()));
    }

    /** The form that a new case of the municipality would get at this step. */
    public FormDefinition current(String processKey, String step, String municipalityId) {
        return lists.fill(parsed(model(published.currentDefinition(processKey, municipalityId), step)), municipalityId);
    }

    private FormModel model(String definitionId, String step) {
        return models.computeIfAbsent(definitionId + "/" + step, key -> published
                .of(definitionId, step)
                .orElseThrow(() -> new IllegalStateException("no form for " + key)));
    }

    private FormDefinition parsed(FormModel model) {
        return parsed.computeIfAbsent(
                model.version() + "/" + model.key(), key -> FormReader.read(model.json(), model.version()));
    }
}
