package jp.banso.supportplan.internal;

import java.util.Map;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import jp.banso.processengine.Flow;
import org.springframework.stereotype.Component;

/** Deciding the support category: a decision table proposes, a person confirms. */
@Component
class CategoryRecorder implements StepRecorder {

    private final CaseFiles cases;
    private final Flow flow;

    CategoryRecorder(CaseFiles cases, Flow flow) {
        this.cases = cases;
        this.flow = flow;
    }

    @Override
    public Set<String> steps() {
        return Set.of("decideCategory");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        step.answer().text("category").ifPresent(category -> cases.setCategory(step.businessKey(), category));
        step.answer().text("owner").ifPresent(owner -> cases.setOwner(step.businessKey(), owner));
        return StepOutcome.NOTHING;
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        var proposed = flow.taskFact(taskId, "proposedCategory");
        return proposed == null ? Map.of() : Map.of("category", proposed);
    }
}
