package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.jspecify.annotations.Nullable;

/** An entity of the contract as Hibernate's runtime model has it. */
final class MappedEntity {
    private static final int ABSENT = -1;

    private final EntityModel model;
    private final EntityPersister persister;
    private final Map<Relation, Integer> positions = new IdentityHashMap<>();
    private final List<String> names;

    MappedEntity(EntityModel model, EntityPersister persister) {
        this.model = model;
        this.persister = persister;
        this.names = Arrays.asList(persister.getPropertyNames());
        model.relations().forEach(relation -> positions.put(relation, names.indexOf(relation.name())));
    }

    EntityModel model() {
        return model;
    }

    EntityPersister persister() {
        return persister;
    }

    /** Where the relation's value is in the arrays of Hibernate's entity state. */
    int position(Relation relation) {
        return Objects.requireNonNull(positions.get(relation), relation::toString);
    }

    @Nullable
    Object value(Object entity, Relation relation) {
        return persister.getValue(entity, position(relation));
    }

    void setValue(Object entity, Relation relation, @Nullable Object value) {
        persister.setValue(entity, position(relation), value);
    }

    CollectionPersister collection(Relation relation) {
        CollectionType type = (CollectionType) persister.getPropertyTypes()[position(relation)];
        return persister.getFactory().getMappingMetamodel().getCollectionDescriptor(type.getRole());
    }

    /** Whether Hibernate's UPDATE writes the key when the child's attribute changes. */
    boolean updates(ForeignKey key) {
        Relation childSide = key.childSide();
        return childSide != null && persister.getPropertyUpdateability()[position(childSide)];
    }

    /** The position of the key that is written by hand, -1 if Hibernate inserts the child's attribute. */
    int insertedKey(ForeignKey key) {
        int position = names.indexOf(KeyProperty.nameOf(key));
        return position < 0 ? ABSENT : position;
    }
}
