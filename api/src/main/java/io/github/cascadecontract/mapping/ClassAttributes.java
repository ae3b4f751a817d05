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
import java.util.List;
import java.util.Optional;

/** The persistent attributes of an entity class and its mapped superclasses, by field or property access. */
final class ClassAttributes {
    private ClassAttributes() {}

    /** All attributes, the topmost superclass first. */
    static List<Attribute> of(Class<?> entity) {
        AccessType byId = placementOfId(entity);
        List<Attribute> found = new ArrayList<>();
        for (Class<?> type : mappedHierarchy(entity)) {
            Access declared = type.getAnnotation(Access.class);
            AccessType access = declared == null ? byId : declared.value();
            found.addAll(access == AccessType.PROPERTY ? properties(type) : fields(type));
        }
        return found;
    }

    static List<Class<?>> mappedHierarchy(Class<?> entity) {
        List<Class<?>> hierarchy = new ArrayList<>();
        for (Class<?> type = entity; type != null && isMapped(type); type = type.getSuperclass())
            hierarchy.add(0, type);
        return hierarchy;
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

    private static List<Attribute> fields(Class<?> type) {
        List<Attribute> found = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            boolean skipped = Modifier.isStatic(modifiers)
                    || Modifier.isTransient(modifiers)
                    || field.isSynthetic()
                    || field.getName().startsWith("$$_")
                    || field.getName().startsWith("_persistence")
                    || has(field, Transient.class);
            if (!skipped) found.add(new FieldAttribute(field));
        }
        return found;
    }

    private static List<Attribute> properties(Class<?> type) {
        List<Attribute> found = new ArrayList<>();
        for (Method getter : type.getDeclaredMethods()) {
            if (!isGetter(getter)) continue;
            String name = propertyName(getter);
            setter(type, name, getter).ifPresent(setter -> found.add(new PropertyAttribute(name, getter, setter)));
        }
        return found;
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !has(method, Transient.class)
                && (method.getName().startsWith("get") || method.getName().startsWith("is"));
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
