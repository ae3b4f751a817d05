package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.ElementCollectionMapping.Element;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads collections of basic values and embeddables. */
final class ElementCollectionReader {
    private final Class<?> entity;
    private final KeyColumns keys;
    private final Consumer<Refusal> problems;

    ElementCollectionReader(Class<?> entity, KeyColumns keys, Consumer<Refusal> problems) {
        this.entity = entity;
        this.keys = keys;
        this.problems = problems;
    }

    ElementCollectionMapping read(MappedAttribute attribute) {
        String where = TableReader.nameOf(entity) + "." + attribute.name();
        CollectionTable declared = attribute.annotation(CollectionTable.class);
        Class<?> elementType = elementType(attribute);
        return new ElementCollectionMapping(
                attribute.attribute(),
                table(attribute, declared),
                keys.names(where, joins(declared), entity, TableReader.nameOf(entity) + "_"),
                elementType,
                elements(attribute, elementType, where),
                CollectionReader.orderColumn(attribute));
    }

    private static Class<?> elementType(MappedAttribute attribute) {
        Class<?> declared = Objects.requireNonNull(attribute.annotation(ElementCollection.class))
                .targetClass();
        Class<?> argument = declared == void.class ? RelationReader.lastArgument(attribute.local()) : declared;
        return argument == null ? Object.class : argument;
    }

    private TableName table(MappedAttribute attribute, @Nullable CollectionTable declared) {
        String fallback = TableReader.nameOf(entity) + "_" + attribute.local().name();
        if (declared == null) return new TableName(null, fallback);
        return new TableName(
                declared.schema().isEmpty() ? null : declared.schema(),
                declared.name().isEmpty() ? fallback : declared.name());
    }

    private static List<KeyColumns.Declared> joins(@Nullable CollectionTable declared) {
        return declared == null ? List.of() : KeyColumns.Declared.of(declared.joinColumns());
    }

    private List<Element> elements(MappedAttribute attribute, Class<?> type, String where) {
        if (!type.isAnnotationPresent(Embeddable.class)) return List.of(new Element(null, attribute.columnName()));
        AccessType access = ClassAttributes.accessOf(entity);
        List<MappedAttribute> leaves = Flattening.ofElement(type, attribute, access);
        for (MappedAttribute leaf : leaves) if (RelationReader.isRelation(leaf.local())) refuse(where, leaf);
        return leaves.stream()
                .filter(leaf -> !RelationReader.isRelation(leaf.local()))
                .map(leaf -> new Element(leaf.attribute(), leaf.columnName()))
                .toList();
    }

    private void refuse(String where, MappedAttribute leaf) {
        problems.accept(new Refusal(
                where + "." + leaf.name(),
                Rule.DEC_5,
                "a relation inside an element collection has no entity that owns it",
                "Make the element an entity, or keep the id as a value."));
    }
}
