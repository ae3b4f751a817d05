package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading: gathers the parts of one entity class. */
final class EntityReading {
    private final Class<?> type;
    private final IdReader ids;
    private final Consumer<Refusal> problems;
    private final RelationReader relationReader;
    private final ElementCollectionReader elementReader;
    private final List<BasicMapping> basics = new ArrayList<>();
    private final List<RelationMapping> relations = new ArrayList<>();
    private final List<ElementCollectionMapping> elementCollections = new ArrayList<>();
    private final List<String> otherFeatures = new ArrayList<>();
    private @Nullable BasicMapping version;

    EntityReading(Class<?> type, IdReader ids, Consumer<Refusal> problems) {
        this.type = type;
        this.ids = ids;
        this.problems = problems;
        this.relationReader = new RelationReader(type, ids.keys(), problems);
        this.elementReader = new ElementCollectionReader(type, ids.keys(), problems);
    }

    EntityMapping read(@Nullable EntityMapping inherited, @Nullable InheritanceMapping inheritance) {
        String name = TableReader.nameOf(type);
        List<MappedAttribute> attributes = Flattening.ofEntity(type);
        for (Class<?> owned : ClassAttributes.ownHierarchy(type)) new HiddenRows(name, problems).refuseOn(owned);
        relationReader.refuseUnread(attributes);
        otherFeatures.addAll(OtherFeatures.ofClass(type));
        if (inherited != null) inherit(inherited);
        attributes.forEach(this::read);
        EntityId id = ids.of(type);
        List<String> idColumns = id.columns().stream().map(IdMapping::column).toList();
        return new EntityMapping(
                type,
                name,
                TableReader.tablesOf(type, idColumns),
                id,
                basics,
                version,
                relations,
                elementCollections,
                inheritance,
                LifecycleCallbacks.of(type),
                otherFeatures);
    }

    private void inherit(EntityMapping above) {
        basics.addAll(above.basics());
        relations.addAll(above.relations());
        elementCollections.addAll(above.elementCollections());
        version = above.version();
        above.otherFeatures().stream().filter(feature -> feature.contains(": ")).forEach(otherFeatures::add);
    }

    private void read(MappedAttribute attribute) {
        if (RelationReader.isRelation(attribute.local())) readRelation(attribute);
        else if (attribute.has(ElementCollection.class)) elementCollections.add(elementReader.read(attribute));
        else if (!attribute.has(Id.class) && !attribute.has(EmbeddedId.class)) readBasic(attribute);
        otherFeatures.addAll(OtherFeatures.ofAttribute(attribute));
    }

    private void readRelation(MappedAttribute attribute) {
        new HiddenRows(TableReader.nameOf(type) + "." + attribute.name(), problems)
                .refuseOn(attribute.local().element());
        RelationMapping relation = relationReader.read(attribute);
        if (relation != null) relations.add(relation);
    }

    private void readBasic(MappedAttribute attribute) {
        Column column = attribute.column();
        BasicMapping basic = new BasicMapping(
                attribute.attribute(),
                TableReader.tableOf(type),
                attribute.columnName(),
                column == null || column.insertable(),
                column == null || column.updatable());
        if (attribute.has(Version.class)) version = basic;
        else basics.add(basic);
    }
}
