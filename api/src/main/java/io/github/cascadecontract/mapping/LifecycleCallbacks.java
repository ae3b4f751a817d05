package io.github.cascadecontract.mapping;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lifecycle callbacks of an entity class, for adapters whose provider has none: those of its listeners first, then its
 * own, each from the topmost class down (Jakarta Persistence 3.2, section 3.6.5). A method that a subclass overrides is the
 * subclass's. Listeners are made when they are first called.
 */
public final class LifecycleCallbacks {
    private static final List<Class<? extends Annotation>> EVENTS = List.of(
            PrePersist.class,
            PostPersist.class,
            PreRemove.class,
            PostRemove.class,
            PreUpdate.class,
            PostUpdate.class,
            PostLoad.class);

    private final Map<Class<? extends Annotation>, List<Callback>> byEvent = new HashMap<>();

    private LifecycleCallbacks() {}

    /** Reads the callbacks of an entity class, its mapped superclasses and their listeners. */
    static LifecycleCallbacks of(Class<?> entity) {
        List<Class<?>> hierarchy = ClassAttributes.mappedHierarchy(entity);
        LifecycleCallbacks callbacks = new LifecycleCallbacks();
        for (Class<?> listener : listeners(hierarchy)) callbacks.addListener(listener);
        for (Class<?> type : hierarchy) callbacks.addOwn(type, hierarchy);
        return callbacks;
    }

    /**
     * Whether there is a callback for an event.
     *
     * @param event the annotation, such as {@code PrePersist.class}
     */
    public boolean has(Class<? extends Annotation> event) {
        return byEvent.containsKey(event);
    }

    /**
     * Calls all callbacks for an event.
     *
     * @param event the annotation, such as {@code PrePersist.class}
     * @param entity the entity that it happens to
     * @throws RuntimeException what a callback throws
     */
    public void call(Class<? extends Annotation> event, Object entity) {
        for (Callback callback : byEvent.getOrDefault(event, List.of())) callback.call(entity);
    }

    private void addListener(Class<?> type) {
        ListenerInstance listener = new ListenerInstance(type);
        for (Class<?> declaring : withSuperclasses(type))
            for (Method method : declaring.getDeclaredMethods())
                if (!isOverridden(method, withSuperclasses(type))) add(method, Callback.of(listener, method));
    }

    private void addOwn(Class<?> type, List<Class<?>> hierarchy) {
        for (Method method : type.getDeclaredMethods())
            if (!isOverridden(method, hierarchy)) add(method, Callback.of(method));
    }

    private void add(Method method, Callback callback) {
        for (Class<? extends Annotation> event : EVENTS)
            if (method.isAnnotationPresent(event) && !method.isSynthetic())
                byEvent.computeIfAbsent(event, absent -> new ArrayList<>()).add(callback);
    }

    private static List<Class<?>> listeners(List<Class<?>> hierarchy) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : hierarchy) {
            if (type.isAnnotationPresent(ExcludeSuperclassListeners.class)) found.clear();
            EntityListeners declared = type.getDeclaredAnnotation(EntityListeners.class);
            if (declared != null) found.addAll(Arrays.asList(declared.value()));
        }
        return found;
    }

    private static List<Class<?>> withSuperclasses(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) types.add(0, c);
        return types;
    }

    private static boolean isOverridden(Method method, List<Class<?>> hierarchy) {
        return hierarchy.stream()
                .filter(type -> type != method.getDeclaringClass())
                .filter(type -> method.getDeclaringClass().isAssignableFrom(type))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(other -> Callback.overrides(other, method));
    }
}
