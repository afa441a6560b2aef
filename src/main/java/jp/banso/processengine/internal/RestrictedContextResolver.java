package jp.banso.processengine.internal;

import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.NullUnmarked;

/** The variables of a decision without the context object that holds them. */
@NullUnmarked
class RestrictedContextResolver extends VariableContextElResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return base == null && VAR_CTX_KEY.equals(property) ? null : super.getValue(context, base, property);
    }
}
