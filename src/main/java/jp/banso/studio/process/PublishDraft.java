package jp.banso.studio.process;

import jp.banso.processengine.ProcessStep;
import jp.banso.studio.Publications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Makes an approved draft the newest version of its models, at once or on the day that was chosen. */
@ProcessStep(title = "承認された下書きを公開する")
class PublishDraft implements JavaDelegate {

    private final Publications publications;

    PublishDraft(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publications.publishNow(execution.getProcessBusinessKey());
    }
}
