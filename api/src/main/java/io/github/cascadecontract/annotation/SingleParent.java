package io.github.cascadecontract.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a many-to-one or many-to-many whose target has at most one owner (rule DEC-4). A flush that gives the target a
 * second managed owner is refused before any statement.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface SingleParent {
    /** Whether a target that loses its only owner is removed, as {@code orphanRemoval} does on one-to-many. */
    boolean orphanRemoval() default false;
}
