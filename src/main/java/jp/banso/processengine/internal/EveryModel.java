package jp.banso.processengine.internal;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.function.Supplier;
import jp.banso.processengine.CompletionGate;
import jp.banso.processengine.FirstHolder;
import jp.banso.processengine.FirstHolder.NewTask;
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
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What every model gets without its author remembering it: the completion gate, first holders, and tenant-aware calls. */
class EveryModel extends AbstractBpmnParseListener {

    private final TaskListener completion;
    private final TaskListener creation;

    EveryModel(Supplier<@Nullable CompletionGate> gate, Supplier<@Nullable FirstHolder> holder) {
        this.completion = task -> refuseWithoutRecord(gate.get(), task);
        this.creation = task -> giveToFirstHolder(holder.get(), task);
    }

    private static void refuseWithoutRecord(@Nullable CompletionGate gate, DelegateTask task) {
        if (gate == null || !gate.isRecorded(task.getId())) {
            throw new StepNotRecorded(task.getId());
        }
    }

    /** In the engine's own command: the task is written once, with its holder. */
    private static void giveToFirstHolder(@Nullable FirstHolder holder, DelegateTask task) {
        var execution = task.getExecution(); // a new task has no variables of its own to be read
        var key = execution.getVariable("caseNo") instanceof String caseNo ? caseNo : execution.getProcessBusinessKey();
        if (holder == null || key == null || task.getAssignee() != null) {
            return;
        }
        var roles = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        holder.holderOf(new NewTask(key, task.getProcessDefinitionId(), task.getTaskDefinitionKey(), roles))
                .ifPresent(task::setAssignee);
    }

    /** Built-in, so that it also runs when custom listeners are skipped. */
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, creation);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completion);
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
