package io.github.cascadecontract.mapping;

import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Lob;
import jakarta.persistence.MapsId;
import jakarta.persistence.OrderColumn;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

/** Mapped features that an adapter without a provider behind it must know by itself, or refuse. */
final class OtherFeatures {
    private static final List<Class<? extends Annotation>> ON_ATTRIBUTES =
            List.of(ElementCollection.class, Convert.class, Converts.class, Lob.class, MapsId.class, OrderColumn.class);
    private static final List<Class<? extends Annotation>> ON_CLASSES =
            List.of(Inheritance.class, Convert.class, Converts.class);

    private OtherFeatures() {}

    static List<String> ofAttribute(MappedAttribute attribute) {
        List<String> found = new ArrayList<>(names(attribute.local().element(), ON_ATTRIBUTES));
        if (attribute.has(Id.class) && RelationReader.isRelation(attribute.local())) found.add("@Id on a relation");
        return found.stream().map(feature -> attribute.name() + ": " + feature).toList();
    }

    static List<String> ofClass(Class<?> entity) {
        List<String> found = new ArrayList<>();
        for (Class<?> type : ClassAttributes.mappedHierarchy(entity)) {
            found.addAll(names(type, ON_CLASSES));
            if (type != entity && type.isAnnotationPresent(Entity.class))
                found.add("entity superclass " + type.getSimpleName());
        }
        return found;
    }

    private static List<String> names(AnnotatedElement element, List<Class<? extends Annotation>> annotations) {
        return annotations.stream()
                .filter(element::isAnnotationPresent)
                .map(annotation -> "@" + annotation.getSimpleName())
                .toList();
    }
}
