package jp.banso.processengine.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import jp.banso.processengine.CompletionGate;
import jp.banso.processengine.DueDates;
import jp.banso.processengine.FirstHolder;
import jp.banso.processengine.TaskChangeListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Hangs the guards on the engine. Partners are looked up when needed: most of them depend on the engine themselves. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    StepBeans stepBeans(ListableBeanFactory factory) {
        return new StepBeans(factory);
    }

    @Bean
    TouchedTasks touchedTasks(ObjectProvider<TaskChangeListener> listeners) {
        Supplier<List<TaskChangeListener>> all =
                SingletonSupplier.of(() -> listeners.orderedStream().toList());
        return new TouchedTasks(() -> all.get().stream());
    }

    /** Without the annotation the engine starts before Flyway has made its tables. */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin engineGuard(
            StepBeans steps,
            ObjectProvider<CompletionGate> gate,
            ObjectProvider<FirstHolder> holder,
            TouchedTasks touched,
            ObjectProvider<DueDates> dueDates) {
        return new EngineGuard(
                steps,
                new EveryModel(
                        SingletonSupplier.ofNullable(gate::getIfAvailable),
                        SingletonSupplier.ofNullable(holder::getIfAvailable)),
                touched,
                SingletonSupplier.ofNullable(dueDates::getIfAvailable));
    }

    @Bean
    Clock clock() {
        return new EngineTime();
    }
}
