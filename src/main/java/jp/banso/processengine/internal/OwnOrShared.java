package jp.banso.processengine.internal;

import java.util.function.BiFunction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Whose definition is called: the municipality's own one if it has one, else the shared one. */
class OwnOrShared implements ParameterValueProvider {

    private final BaseCallableElement called;
    private final boolean decision;

    OwnOrShared(BaseCallableElement called, boolean decision) {
        this.called = called;
        this.decision = decision;
    }

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        var tenant = scope instanceof DelegateExecution execution ? execution.getTenantId() : null;
        return tenant != null && has(called.getDefinitionKey(scope), tenant) ? tenant : null;
    }

    private boolean has(String key, String tenant) {
        var context = Context.getCommandContext();
        BiFunction<String, String, @Nullable Object> find = decision ? decisions(context) : processes(context);
        return find.apply(key, tenant) != null;
    }

    private static BiFunction<String, String, @Nullable Object> processes(CommandContext context) {
        return context.getProcessDefinitionManager()::findLatestProcessDefinitionByKeyAndTenantId;
    }

    private static BiFunction<String, String, @Nullable Object> decisions(CommandContext context) {
        return context.getDecisionDefinitionManager()::findLatestDecisionDefinitionByKeyAndTenantId;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
