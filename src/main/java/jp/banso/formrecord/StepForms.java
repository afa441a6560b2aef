package jp.banso.formrecord;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.banso.formrecord.internal.FormReader;
import jp.banso.processengine.Flow;
import jp.banso.processengine.TaskForm;
import org.springframework.stereotype.Service;

/** The published form of a step, as it stood when the model of the running case was published. */
@Service
public class StepForms {

    private final Flow flow;
    private final Map<String, FormDefinition> parsed = new ConcurrentHashMap<>();

    StepForms(Flow flow) {
        this.flow = flow;
    }

    /** @throws IllegalStateException if the step has no form; the model check forbids that */
    public FormDefinition of(String taskId) {
        TaskForm form = raw(taskId);
        return parsed.computeIfAbsent(form.resourceId(), id -> FormReader.read(form.json(), form.version()));
    }

    /** The {@code .form} file itself. */
    public TaskForm raw(String taskId) {
        return flow.form(taskId).orElseThrow(() -> new IllegalStateException("no form for task " + taskId));
    }

    /** The newest published form of a step, for steps that have not begun. */
    public FormDefinition ofStep(String step) {
        TaskForm form = flow.latestForm(step).orElseThrow(() -> new IllegalStateException("no form for step " + step));
        return parsed.computeIfAbsent(form.resourceId(), id -> FormReader.read(form.json(), form.version()));
    }
}
