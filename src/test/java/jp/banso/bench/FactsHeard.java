package jp.banso.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Hears with which routing facts the product completes a step, so that the bare engine gets the same ones. */
@Component
@Profile("bench")
final class FactsHeard implements BeanPostProcessor {

    private static final ThreadLocal<Map<String, Object>> LAST = ThreadLocal.withInitial(Map::of);

    static Map<String, Object> last() {
        return LAST.get();
    }

    @Override
    public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TaskService tasks ? listening(tasks) : bean;
    }

    @SuppressWarnings("unchecked")
    private static Object listening(TaskService tasks) {
        return Proxy.newProxyInstance(
                FactsHeard.class.getClassLoader(), new Class<?>[] {TaskService.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("complete") && arguments.length == 2) {
                        LAST.set(new HashMap<>((Map<String, Object>) arguments[1]));
                    }
                    try {
                        return method.invoke(tasks, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
