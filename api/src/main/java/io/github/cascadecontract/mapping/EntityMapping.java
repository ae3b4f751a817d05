package io.github.cascadecontract.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entity class as its annotations declare it, with what it inherits from entity classes above it.
 *
 * @param type the class
 * @param name entity name
 * @param tables the tables of a row, one but for JOINED inheritance; that of the topmost class first
 * @param identity how entities are identified
 * @param basics basic attributes other than id and version, those of embeddables among them
 * @param version the version attribute, null if there is none
 * @param relations relations in order of declaration, superclass first, those of embeddables among them
 * @param elementCollections collections of values
 * @param inheritance the place among entity classes that extend each other, null if the class stands alone
 * @param callbacks lifecycle callbacks
 * @param otherFeatures mapped features that need more than is told here, each as {@code attribute: feature}; an adapter
 *     that maps by itself refuses those that it does not know
 */
public record EntityMapping(
        Class<?> type,
        String name,
        List<TableMapping> tables,
        EntityId identity,
        List<BasicMapping> basics,
        @Nullable BasicMapping version,
        List<RelationMapping> relations,
        List<ElementCollectionMapping> elementCollections,
        @Nullable InheritanceMapping inheritance,
        LifecycleCallbacks callbacks,
        List<String> otherFeatures) {
    /** Keeps immutable copies. */
    public EntityMapping {
        tables = List.copyOf(tables);
        basics = List.copyOf(basics);
        relations = List.copyOf(relations);
        elementCollections = List.copyOf(elementCollections);
        otherFeatures = List.copyOf(otherFeatures);
    }

    /** The table that holds the attributes and keys of this class itself. */
    public TableName table() {
        return ownTable().table();
    }

    /** The columns that hold the id in {@link #table()}, in the order of {@link #ids()}. */
    public List<String> idColumns() {
        return ownTable().idColumns();
    }

    /** The id columns, in the order in which keys refer to them. */
    public List<IdMapping> ids() {
        return identity.columns();
    }

    /** The id if it is a single basic attribute of the entity, null if not. */
    public @Nullable IdMapping id() {
        if (!identity.isBasic()) return null;
        IdMapping only = ids().get(0);
        return only.attribute() instanceof ReferencedIdAttribute ? null : only;
    }

    /** The attributes whose values merge copies: everything but id, version and relations. */
    public List<Attribute> values() {
        return Stream.concat(
                        basics.stream().map(BasicMapping::attribute),
                        elementCollections.stream().map(ElementCollectionMapping::attribute))
                .toList();
    }

    /** The same entity with other relations. */
    public EntityMapping with(List<RelationMapping> changed) {
        return new EntityMapping(
                type,
                name,
                tables,
                identity,
                basics,
                version,
                changed,
                elementCollections,
                inheritance,
                callbacks,
                otherFeatures);
    }

    private TableMapping ownTable() {
        return tables.get(tables.size() - 1);
    }
}
