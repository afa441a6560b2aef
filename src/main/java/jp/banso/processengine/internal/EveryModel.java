package jp.banso.processengine.internal;

import java.lang.reflect.Field;
import java.util.function.Supplier;
import jp.banso.processengine.CompletionGate;
import jp.banso.processengine.StepNotRecorded;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What every model gets without its author remembering it: the completion gate, and tenant-aware calls. */
class EveryModel extends AbstractBpmnParseListener {

    private final TaskListener completion;

    EveryModel(Supplier<@Nullable CompletionGate> gate) {
        this.completion = task -> refuseWithoutRecord(gate.get(), task);
    }

    private static void refuseWithoutRecord(@Nullable CompletionGate gate, DelegateTask task) {
        if (gate == null || !gate.isRecorded(task.getId())) {
            throw new StepNotRecorded(task.getId());
        }
    }

    /** Built-in, so that it also runs when custom listeners are skipped. */
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completion);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior behavior) {
            var called = behavior.getCallableElement();
            called.setTenantIdProvider(new OwnOrShared(called, false));
        }
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior behavior) {
            Field field = ReflectionUtils.findField(behavior.getClass(), "callableElement"); // the engine has no getter
            if (field != null) {
                ReflectionUtils.makeAccessible(field);
                var called = (BaseCallableElement) ReflectionUtils.getField(field, behavior);
                if (called != null) {
                    called.setTenantIdProvider(new OwnOrShared(called, true));
                }
            }
        }
    }
}
