package io.github.cascadecontract.mapping;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * An attribute with what is declared for it, overrides considered.
 *
 * @param attribute the attribute, seen from the entity
 * @param local the attribute, seen from the class that declares it
 * @param overrides those that hold in that class
 */
record MappedAttribute(Attribute attribute, Attribute local, Overrides overrides) {
    String name() {
        return attribute.name();
    }

    boolean has(Class<? extends Annotation> annotation) {
        return local.element().isAnnotationPresent(annotation);
    }

    <A extends Annotation> @Nullable A annotation(Class<A> type) {
        return local.element().getAnnotation(type);
    }

    @Nullable
    Column column() {
        Column override = overrides.column(local.name());
        return override == null ? annotation(Column.class) : override;
    }

    String columnName() {
        Column column = column();
        return column == null || column.name().isEmpty() ? local.name() : column.name();
    }

    JoinColumn[] joinColumns() {
        AssociationOverride override = overrides.association(local.name());
        return override == null || override.joinColumns().length == 0
                ? local.element().getAnnotationsByType(JoinColumn.class)
                : override.joinColumns();
    }

    @Nullable
    JoinTable joinTable() {
        AssociationOverride override = overrides.association(local.name());
        return override == null || override.joinTable().name().isEmpty()
                ? annotation(JoinTable.class)
                : override.joinTable();
    }

    /** An attribute of the embeddable that this one holds. */
    MappedAttribute inside(Attribute inner) {
        return new MappedAttribute(new NestedAttribute(attribute, inner), inner, overrides.inside(local));
    }
}
