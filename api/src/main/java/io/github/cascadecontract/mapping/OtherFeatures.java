package io.github.cascadecontract.mapping;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Lob;
import jakarta.persistence.MapsId;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

/** Mapped features that the contract does not read; an adapter with a provider behind it leaves them to the provider. */
final class OtherFeatures {
    private static final List<Class<? extends Annotation>> ON_ATTRIBUTES = List.of(
            Embedded.class,
            EmbeddedId.class,
            ElementCollection.class,
            Convert.class,
            Lob.class,
            MapsId.class,
            OrderColumn.class,
            AttributeOverride.class,
            AttributeOverrides.class,
            AssociationOverride.class,
            AssociationOverrides.class);
    private static final List<Class<? extends Annotation>> ON_CLASSES = List.of(
            IdClass.class,
            Inheritance.class,
            SecondaryTable.class,
            SecondaryTables.class,
            AttributeOverride.class,
            AttributeOverrides.class,
            AssociationOverride.class,
            AssociationOverrides.class);

    private OtherFeatures() {}

    static List<String> ofAttribute(Attribute attribute) {
        return names(attribute.element(), ON_ATTRIBUTES);
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
