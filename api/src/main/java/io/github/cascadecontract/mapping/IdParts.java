package io.github.cascadecontract.mapping;

import jakarta.persistence.AccessType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single attributes of ids. */
final class IdParts {
    private IdParts() {}

    static IdMapping of(MappedAttribute attribute, String column, Class<?> entity) {
        GeneratedValue generated = attribute.annotation(GeneratedValue.class);
        String sequence = generated == null ? null : sequence(attribute, generated, entity);
        IdGeneration generation = generation(attribute.local().type(), generated, sequence);
        return new IdMapping(attribute.attribute(), column, generation, sequence);
    }

    /** The path of a nested attribute from the attribute that holds the whole object. */
    static Attribute below(Attribute leaf, Attribute root) {
        NestedAttribute nested = (NestedAttribute) leaf;
        return nested.holder().equals(root)
                ? nested.inner()
                : new NestedAttribute(below(nested.holder(), root), nested.inner());
    }

    /** The attribute of an id class: such classes often have fields only, whatever the access of the entity is. */
    static @Nullable Attribute find(Class<?> idClass, String name, AccessType access) {
        return Stream.of(access, AccessType.FIELD, AccessType.PROPERTY)
                .flatMap(way -> ClassAttributes.ofValue(idClass, way).stream())
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static IdGeneration generation(
            Class<?> type, @Nullable GeneratedValue generated, @Nullable String sequence) {
        if (generated == null) return IdGeneration.ASSIGNED;
        if (generated.strategy() == GenerationType.IDENTITY) return IdGeneration.IDENTITY;
        if (sequence != null) return IdGeneration.SEQUENCE;
        boolean isUuid = generated.strategy() == GenerationType.UUID
                || (generated.strategy() == GenerationType.AUTO && type == UUID.class);
        return isUuid ? IdGeneration.UUID : IdGeneration.PROVIDER;
    }

    private static @Nullable String sequence(MappedAttribute attribute, GeneratedValue generated, Class<?> entity) {
        SequenceGenerator generator = generator(attribute, entity);
        boolean bySequence = generated.strategy() == GenerationType.SEQUENCE
                || (generated.strategy() == GenerationType.AUTO && generator != null);
        if (!bySequence || generator == null) return null;
        return generator.sequenceName().isEmpty() ? generator.name() : generator.sequenceName();
    }

    private static @Nullable SequenceGenerator generator(MappedAttribute attribute, Class<?> entity) {
        SequenceGenerator onAttribute = attribute.annotation(SequenceGenerator.class);
        if (onAttribute != null) return onAttribute;
        List<Class<?>> hierarchy = ClassAttributes.mappedHierarchy(entity);
        return hierarchy.stream()
                .map(type -> type.getAnnotation(SequenceGenerator.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
