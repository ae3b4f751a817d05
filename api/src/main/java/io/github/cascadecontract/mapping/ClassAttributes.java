package io.github.cascadecontract.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
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

/** The persistent attributes of an entity class and its mapped superclasses, by field or property access. */
final class ClassAttributes {
    private ClassAttributes() {}

    /** All attributes, the topmost superclass first; properties in order of their names, for classes do not keep another. */
    static List<Attribute> of(Class<?> entity) {
        AccessType byId = placementOfId(entity);
        List<Attribute> found = new ArrayList<>();
        for (Class<?> type : mappedHierarchy(entity)) {
            AccessType access = accessOf(type, byId);
            fields(type, access).forEach(found::add);
            properties(type, access).forEach(found::add);
        }
        return found;
    }

    /** The entity class and those of its superclasses whose attributes are mapped, the topmost first. */
    static List<Class<?>> mappedHierarchy(Class<?> entity) {
        List<Class<?>> hierarchy = new ArrayList<>();
        for (Class<?> type = entity; type != null; type = type.getSuperclass())
            if (isMapped(type)) hierarchy.add(0, type);
        return hierarchy;
    }

    private static AccessType accessOf(AnnotatedElement element, AccessType otherwise) {
        Access declared = element.getAnnotation(Access.class);
        return declared == null ? otherwise : declared.value();
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Entity.class) || type.isAnnotationPresent(MappedSuperclass.class);
    }

    private static AccessType placementOfId(Class<?> entity) {
        boolean onGetter = mappedHierarchy(entity).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(method -> has(method, Id.class) || has(method, EmbeddedId.class));
        return onGetter ? AccessType.PROPERTY : AccessType.FIELD;
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
