package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a {@code persistence.xml} would list: entities, and the superclasses, embeddables and converters that they use. */
final class ManagedClasses {
    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private ManagedClasses() {}

    /** The classes of a contract and all that hang on them. */
    static Set<Class<?>> of(CascadeContract contract) {
        ManagedClasses classes = new ManagedClasses();
        for (Class<?> entity : contract.entityClasses()) classes.add(entity);
        while (!classes.open.isEmpty()) classes.visit(classes.open.poll());
        return classes.found;
    }

    private void add(Class<?> type) {
        if (found.add(type)) open.add(type);
    }

    private void visit(Class<?> type) {
        Class<?> superclass = type.getSuperclass();
        if (superclass != null && isMapped(superclass)) add(superclass);
        addConverters(type);
        for (Field field : type.getDeclaredFields()) visit(field, field.getGenericType());
        for (Method method : type.getDeclaredMethods()) visit(method, method.getGenericReturnType());
    }

    private void visit(AnnotatedElement attribute, Type type) {
        addConverters(attribute);
        addEmbeddable(type);
        if (type instanceof ParameterizedType generic)
            for (Type argument : generic.getActualTypeArguments()) addEmbeddable(argument);
    }

    private void addEmbeddable(Type type) {
        if (type instanceof Class<?> embeddable && embeddable.isAnnotationPresent(Embeddable.class)) add(embeddable);
    }

    private void addConverters(AnnotatedElement element) {
        for (Convert convert : element.getAnnotationsByType(Convert.class))
            if (!convert.disableConversion()) add(convert.converter());
    }

    private static boolean isMapped(Class<?> type) {
        return List.of(Entity.class, MappedSuperclass.class, Embeddable.class).stream()
                .anyMatch(type::isAnnotationPresent);
    }
}
