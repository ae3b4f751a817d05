package io.github.cascadecontract.contract;

import io.github.cascadecontract.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One entity of a contract: its mapping, its relations, and the keys that refer to it. Compared by identity. */
public final class EntityModel {
    private final EntityMapping mapping;
    private final List<Relation> relations;
    private final List<ForeignKey> referringKeys = new ArrayList<>();

    EntityModel(EntityMapping mapping) {
        this.mapping = mapping;
        this.relations = mapping.relations().stream()
                .map(relation -> new Relation(this, relation))
                .toList();
    }

    /** The entity class. */
    public Class<?> type() {
        return mapping.type();
    }

    /** The entity name. */
    public String name() {
        return mapping.name();
    }

    /** Table, id and basic attributes as declared. */
    public EntityMapping mapping() {
        return mapping;
    }

    /** All relations in order of declaration. */
    public List<Relation> relations() {
        return relations;
    }

    /** The relation with the given attribute name, if there is one. */
    public Optional<Relation> relation(String attribute) {
        return relations.stream()
                .filter(relation -> relation.name().equals(attribute))
                .findFirst();
    }

    /** The mapped foreign keys that refer to this entity's table. */
    public List<ForeignKey> referringKeys() {
        return Collections.unmodifiableList(referringKeys);
    }

    void addReferringKey(ForeignKey key) {
        referringKeys.add(key);
    }

    @Override
    public String toString() {
        return name();
    }
}
