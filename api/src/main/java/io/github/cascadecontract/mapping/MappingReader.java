package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the Jakarta Persistence annotations of one entity class, with the defaults that the specification gives. */
public final class MappingReader {
    private final Consumer<Refusal> problems;

    /**
     * Makes a reader.
     *
     * @param problems takes what is wrong; reading goes on so that all problems are found
     */
    public MappingReader(Consumer<Refusal> problems) {
        this.problems = problems;
    }

    /**
     * Reads a class.
     *
     * @param type any class
     * @return its mapping, null if it is not an entity (then a problem was reported)
     */
    public @Nullable EntityMapping read(Class<?> type) {
        Entity entity = type.getAnnotation(Entity.class);
        if (entity == null) {
            problems.accept(new Refusal(
                    type.getName(),
                    Rule.DEC_5,
                    "it is not an entity class",
                    "Annotate it with @Entity or leave it out."));
            return null;
        }
        String name = entity.name().isEmpty() ? type.getSimpleName() : entity.name();
        return new EntityReading(type, name).read();
    }

    static String columnName(Attribute attribute) {
        Column column = attribute.element().getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? attribute.name() : column.name();
    }

    /** The id column of an entity class, {@code id} if it has no single one. */
    static String idColumnOf(Class<?> entity) {
        return ClassAttributes.of(entity).stream()
                .filter(attribute -> attribute.element().isAnnotationPresent(Id.class))
                .map(MappingReader::columnName)
                .findFirst()
                .orElse("id");
    }

    static TableName tableOf(Class<?> entity, String entityName) {
        Table table = entity.getAnnotation(Table.class);
        if (table == null) return new TableName(null, entityName);
        String name = table.name().isEmpty() ? entityName : table.name();
        return new TableName(table.schema().isEmpty() ? null : table.schema(), name);
    }

    /** One reading: gathers the parts of one class. */
    private final class EntityReading {
        private final Class<?> type;
        private final String name;
        private final List<IdMapping> ids = new ArrayList<>();
        private final List<BasicMapping> basics = new ArrayList<>();
        private final List<RelationMapping> relations = new ArrayList<>();
        private final List<String> otherFeatures;
        private @Nullable BasicMapping version;

        EntityReading(Class<?> type, String name) {
            this.type = type;
            this.name = name;
            this.otherFeatures = new ArrayList<>(OtherFeatures.ofClass(type));
        }

        EntityMapping read() {
            RelationReader relationReader = new RelationReader(type, name, problems);
            List<Attribute> attributes = ClassAttributes.of(type);
            relationReader.refuseUnread(attributes);
            for (Attribute attribute : attributes) {
                List<String> features = OtherFeatures.ofAttribute(attribute);
                if (RelationReader.isRelation(attribute)) readRelation(relationReader, attribute);
                else if (attribute.element().isAnnotationPresent(Id.class)) ids.add(id(attribute));
                else if (features.isEmpty()) readBasic(attribute);
                features.forEach(feature -> otherFeatures.add(attribute.name() + ": " + feature));
            }
            if (ids.size() > 1) otherFeatures.add("composite id");
            if (ids.isEmpty() && attributes.stream().noneMatch(EntityReading::isEmbeddedId)) problems.accept(noId());
            IdMapping id = ids.size() == 1 ? ids.get(0) : null;
            return new EntityMapping(type, name, tableOf(type, name), id, basics, version, relations, otherFeatures);
        }

        private static boolean isEmbeddedId(Attribute attribute) {
            return attribute.element().isAnnotationPresent(EmbeddedId.class);
        }

        private Refusal noId() {
            return new Refusal(name, Rule.DEC_5, "it has no id", "Annotate one attribute with @Id.");
        }

        private void readRelation(RelationReader reader, Attribute attribute) {
            RelationMapping relation = reader.read(attribute);
            if (relation != null) relations.add(relation);
        }

        private void readBasic(Attribute attribute) {
            Column column = attribute.element().getAnnotation(Column.class);
            BasicMapping basic = new BasicMapping(
                    attribute,
                    columnName(attribute),
                    column == null || column.insertable(),
                    column == null || column.updatable());
            if (attribute.element().isAnnotationPresent(Version.class)) version = basic;
            else basics.add(basic);
        }

        private IdMapping id(Attribute attribute) {
            GeneratedValue generated = attribute.element().getAnnotation(GeneratedValue.class);
            String sequence = generated == null ? null : sequence(attribute, generated);
            return new IdMapping(attribute, columnName(attribute), generation(generated, sequence), sequence);
        }

        private IdGeneration generation(@Nullable GeneratedValue generated, @Nullable String sequence) {
            if (generated == null) return IdGeneration.ASSIGNED;
            if (generated.strategy() == GenerationType.IDENTITY) return IdGeneration.IDENTITY;
            return sequence == null ? IdGeneration.PROVIDER : IdGeneration.SEQUENCE;
        }

        private @Nullable String sequence(Attribute attribute, GeneratedValue generated) {
            SequenceGenerator generator = attribute.element().getAnnotation(SequenceGenerator.class);
            if (generator == null) generator = type.getAnnotation(SequenceGenerator.class);
            boolean bySequence = generated.strategy() == GenerationType.SEQUENCE
                    || (generated.strategy() == GenerationType.AUTO && generator != null);
            if (!bySequence || generator == null) return null;
            return generator.sequenceName().isEmpty() ? generator.name() : generator.sequenceName();
        }
    }
}
