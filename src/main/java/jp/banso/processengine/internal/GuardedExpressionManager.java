package jp.banso.processengine.internal;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Expressions that can read variables, name step beans and call the functions of {@link ModelFunctions}, and nothing
 * else: no methods, no bean properties, no writing.
 */
public class GuardedExpressionManager extends JuelExpressionManager {

    public GuardedExpressionManager(Map<Object, Object> steps) {
        super(steps);
        setExpressionFactory(new ExpressionFactoryImpl(withoutMethods()));
        functions.putAll(ModelFunctions.byName());
    }

    /** The engine adds functions of its own (currentUser and the like) during start-up; none of them is wanted. */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new ReadOnlyMapELResolver(beans)); // before variables: a variable cannot shadow a step
        resolver.add(new RestrictedScopeResolver());
        resolver.add(new RestrictedContextResolver());
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    private static Properties withoutMethods() {
        var properties = new Properties();
        properties.setProperty(ExpressionFactoryImpl.PROP_METHOD_INVOCATIONS, "false");
        properties.setProperty(ExpressionFactoryImpl.PROP_VAR_ARGS, "false");
        return properties;
    }
}
