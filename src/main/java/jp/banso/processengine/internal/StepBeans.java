package jp.banso.processengine.internal;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.banso.processengine.ProcessStep;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans a model can see: those marked {@link ProcessStep}. The names are known at start-up, the beans are fetched
 * when a step is reached, because steps need services that need the engine.
 */
public final class StepBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory factory;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Set<String>> facts = new LinkedHashMap<>();

    public StepBeans(ListableBeanFactory factory) {
        this.factory = factory;
        for (var name : factory.getBeanNamesForAnnotation(ProcessStep.class)) {
            var type = factory.getType(name, false);
            if (type == null || !JavaDelegate.class.isAssignableFrom(type)) {
                throw new IllegalStateException("@ProcessStep is for JavaDelegate beans only: " + name);
            }
            var step = factory.findAnnotationOnBean(name, ProcessStep.class);
            titles.put(name, step == null ? name : step.title());
            facts.put(name, step == null ? Set.of() : Set.of(step.sets()));
        }
    }

    /** Bean name to its title for process administrators. */
    public Map<String, String> titles() {
        return Map.copyOf(titles);
    }

    /** Bean name to the facts it tells the process. */
    public Map<String, Set<String>> facts() {
        return Map.copyOf(facts);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String && titles.containsKey(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String key && titles.containsKey(key) ? factory.getBean(key) : null;
    }

    @Override
    public Set<Object> keySet() {
        return new LinkedHashSet<>(titles.keySet());
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        var entries = new LinkedHashSet<Entry<Object, Object>>();
        titles.keySet().forEach(name -> entries.add(new SimpleImmutableEntry<>(name, factory.getBean(name))));
        return entries;
    }
}
