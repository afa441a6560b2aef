package jp.banso.aftercare.process;
import jp.banso.processengine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
@Component("scheduleAftercare")
@ProcessStep(title = "tmp")
class Tmp implements JavaDelegate { public void execute(DelegateExecution e) {} }
