package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the mapping says that a key shall have no foreign key: NO_CONSTRAINT, or Hibernate's {@code @NotFound}. */
final class NoConstraint {
    private static final String NOT_FOUND = "org.hibernate.annotations.NotFound";

    private NoConstraint() {}

    static boolean isSaidOf(MappedKey key) {
        return attributes(key).map(Attribute::element).anyMatch(NoConstraint::isSaidOn);
    }

    private static Stream<Attribute> attributes(MappedKey key) {
        if (key instanceof RelationKey relation)
            return Stream.of(
                            relation.foreignKey().childSide(),
                            relation.foreignKey().parentSide())
                    .filter(Objects::nonNull)
                    .map(Relation::attribute);
        if (key instanceof LinkKey link) return Stream.of(link.link().owner().attribute());
        return key instanceof ElementsKey elements
                ? Stream.of(elements.elements().attribute())
                : Stream.empty();
    }

    private static boolean isSaidOn(AnnotatedElement element) {
        return declared(element).anyMatch(key -> key.value() == ConstraintMode.NO_CONSTRAINT)
                || Arrays.stream(element.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(type -> type.getName().equals(NOT_FOUND));
    }

    private static Stream<ForeignKey> declared(AnnotatedElement element) {
        Stream<ForeignKey> joins = columns(element.getAnnotationsByType(JoinColumn.class));
        Stream<ForeignKey> composite =
                Stream.ofNullable(element.getAnnotation(JoinColumns.class)).map(JoinColumns::foreignKey);
        Stream<ForeignKey> links = Stream.ofNullable(element.getAnnotation(JoinTable.class))
                .flatMap(table -> Stream.of(
                                Stream.of(table.foreignKey(), table.inverseForeignKey()),
                                columns(table.joinColumns()),
                                columns(table.inverseJoinColumns()))
                        .flatMap(keys -> keys));
        Stream<ForeignKey> elements = Stream.ofNullable(element.getAnnotation(CollectionTable.class))
                .flatMap(table -> Stream.concat(Stream.of(table.foreignKey()), columns(table.joinColumns())));
        return Stream.of(joins, composite, links, elements).flatMap(keys -> keys);
    }

    private static Stream<ForeignKey> columns(JoinColumn[] columns) {
        return Arrays.stream(columns).map(JoinColumn::foreignKey);
    }
}
