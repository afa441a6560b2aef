package jp.banso.processengine.internal;

import java.util.Collections;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.NullUnmarked;

/** Shows variables, hides the engine's own objects; of {@code execution} only the business key remains. */
@NullUnmarked
class RestrictedScopeResolver extends VariableScopeElResolver {

    private static final Set<Object> HIDDEN =
            Set.of(TASK_KEY, CASE_EXECUTION_KEY, EXTERNAL_TASK_KEY, LOGGED_IN_USER_KEY);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && HIDDEN.contains(property)) {
            return null;
        }
        if (base == null && EXECUTION_KEY.equals(property)) {
            var execution = execution((VariableScope) context.getContext(VariableScope.class));
            if (execution == null) {
                return null;
            }
            context.setPropertyResolved(true);
            return Collections.singletonMap("processBusinessKey", execution.getProcessBusinessKey());
        }
        return super.getValue(context, base, property);
    }

    private static DelegateExecution execution(VariableScope scope) {
        if (scope instanceof DelegateTask task) {
            return task.getExecution();
        }
        return scope instanceof DelegateExecution execution ? execution : null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // models do not write through expressions
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }
}
