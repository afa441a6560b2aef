package jp.banso.processengine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks a delegate that a model may name as {@code camunda:delegateExpression="${beanName}"}. Only beans with this
 * annotation are known to models.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessStep {

    /** What the step does, in Japanese, shown to a process administrator who picks it. */
    String title();

    /** The facts it tells the process, for the model check. */
    String[] sets() default {};

    /** The bean name; by default the class name with a small first letter. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String name() default "";
}
