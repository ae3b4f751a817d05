package io.github.cascadecontract.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The persistent attributes of a class and its mapped superclasses, by field or property access. */
final class ClassAttributes {
    private ClassAttributes() {}

    /** All attributes, the topmost superclass first; properties in order of their names, for classes do not keep another. */
    static List<Attribute> of(Class<?> entity) {
        return of(mappedHierarchy(entity), accessOf(entity));
    }

    /** The attributes that belong to the entity itself: its own and those of mapped superclasses below the next entity. */
    static List<Attribute> ownOf(Class<?> entity) {
        return of(ownHierarchy(entity), accessOf(entity));
    }

    /**
     * The attributes of an embeddable or id class.
     *
     * @param access how the class that uses it is accessed
     */
    static List<Attribute> ofValue(Class<?> type, AccessType access) {
        List<Class<?>> hierarchy = new ArrayList<>(mappedHierarchy(type));
        if (!hierarchy.contains(type)) hierarchy.add(type);
        return of(hierarchy, type.isRecord() ? AccessType.FIELD : access);
    }

    /** How the class says that its attributes are accessed: by the place of its id. */
    static AccessType accessOf(Class<?> entity) {
        boolean onGetter = mappedHierarchy(entity).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(method -> has(method, Id.class) || has(method, EmbeddedId.class));
        return onGetter ? AccessType.PROPERTY : AccessType.FIELD;
    }

    /** The class and those of its superclasses whose attributes are mapped, the topmost first. */
    static List<Class<?>> mappedHierarchy(Class<?> entity) {
        List<Class<?>> hierarchy = new ArrayList<>();
        for (Class<?> type = entity; type != null; type = type.getSuperclass())
            if (isMapped(type)) hierarchy.add(0, type);
        return hierarchy;
    }

    /** The class and the mapped superclasses between it and the next entity above, the topmost first. */
    static List<Class<?>> ownHierarchy(Class<?> entity) {
        Class<?> above = entityAbove(entity);
        return mappedHierarchy(entity).stream()
                .filter(type -> above == null || !type.isAssignableFrom(above))
                .toList();
    }

    /** The next superclass that is an entity, null if there is none. */
    static @Nullable Class<?> entityAbove(Class<?> entity) {
        Class<?> type = entity.getSuperclass();
        while (type != null && !has(type, Entity.class)) type = type.getSuperclass();
        return type;
    }

    private static List<Attribute> of(List<Class<?>> hierarchy, AccessType otherwise) {
        List<Attribute> found = new ArrayList<>();
        for (Class<?> type : hierarchy) {
            AccessType access = accessOf(type, otherwise);
            fields(type, access).forEach(found::add);
            properties(type, access).forEach(found::add);
        }
        return found;
    }

    private static AccessType accessOf(AnnotatedElement element, AccessType otherwise) {
        Access declared = element.getAnnotation(Access.class);
        return declared == null ? otherwise : declared.value();
    }

    private static boolean isMapped(Class<?> type) {
        return has(type, Entity.class) || has(type, MappedSuperclass.class) || has(type, Embeddable.class);
    }

    private static boolean has(AnnotatedElement element, Class<? extends Annotation> annotation) {
        return element.isAnnotationPresent(annotation);
    }

    private static Stream<Attribute> fields(Class<?> type, AccessType access) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> accessOf(field, access) == AccessType.FIELD)
                .filter(ClassAttributes::isPersistent)
                .map(FieldAttribute::new);
    }

    private static boolean isPersistent(Field field) {
        int modifiers = field.getModifiers();
        boolean weaving = field.getName().startsWith("$$_") || field.getName().startsWith("_persistence");
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && !weaving
                && !has(field, Transient.class);
    }

    private static Stream<Attribute> properties(Class<?> type, AccessType access) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(getter -> accessOf(getter, access) == AccessType.PROPERTY)
                .filter(ClassAttributes::isGetter)
                .flatMap(getter -> property(type, getter).stream())
                .sorted(Comparator.comparing(Attribute::name));
    }

    private static Optional<Attribute> property(Class<?> type, Method getter) {
        String name = propertyName(getter);
        return setter(type, name, getter).map(setter -> new PropertyAttribute(name, getter, setter));
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !has(method, Transient.class)
                && method.getName().matches("(get|is).+");
    }

    private static String propertyName(Method getter) {
        return Introspector.decapitalize(
                getter.getName().substring(getter.getName().startsWith("is") ? 2 : 3));
    }

    private static Optional<Method> setter(Class<?> type, String property, Method getter) {
        String name = "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {getter.getReturnType()}))
                .findFirst();
    }
}
